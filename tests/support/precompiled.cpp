// Empty: the target of the precompiled header for all tests.
