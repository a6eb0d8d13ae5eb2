// Nothing of its own: it gives the precompiled header of all tests a target.
