# The parts of the Debian package; scripts/package builds it.

set(package_files ${CMAKE_SOURCE_DIR}/scripts/package.d)
set(package_made ${CMAKE_BINARY_DIR}/package)
file(MAKE_DIRECTORY ${package_made})
add_custom_command(
    OUTPUT ${package_made}/giftbox.1.gz ${package_made}/giftbox ${package_made}/changelog.gz
    COMMAND sh -c "$<TARGET_FILE:giftbox> man | gzip -9n > giftbox.1.gz"
    COMMAND sh -c "$<TARGET_FILE:giftbox> completion > giftbox"
    COMMAND sh -c "gzip -9n < ${CMAKE_SOURCE_DIR}/CHANGELOG.md > changelog.gz"
    WORKING_DIRECTORY ${package_made}
    DEPENDS giftbox ${CMAKE_SOURCE_DIR}/CHANGELOG.md
    VERBATIM)
add_custom_target(package_files
    DEPENDS ${package_made}/giftbox.1.gz giftbox giftbox-serve giftbox-solve giftbox-typeset giftbox-workbook)

install(TARGETS giftbox DESTINATION usr/bin)
install(TARGETS giftbox-serve giftbox-solve giftbox-typeset giftbox-workbook DESTINATION usr/libexec/giftbox)
install(FILES ${package_made}/giftbox.1.gz DESTINATION usr/share/man/man1)
install(FILES ${package_made}/giftbox DESTINATION usr/share/bash-completion/completions)
install(FILES ${package_files}/giftbox.service ${package_files}/giftbox-backup.service
    ${package_files}/giftbox-backup.timer DESTINATION lib/systemd/system)
install(FILES ${package_files}/settings DESTINATION etc/default RENAME giftbox
    PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ)
install(FILES ${package_made}/changelog.gz ${package_files}/copyright README.md DESTINATION usr/share/doc/giftbox)
install(DIRECTORY docs DESTINATION usr/share/doc/giftbox FILES_MATCHING PATTERN "*.md" PATTERN "*.png"
    PATTERN "*.conf" PATTERN "*.cfg")
install(DIRECTORY docs/examples DESTINATION usr/share/doc/giftbox)
# The libraries inside the programs; scripts/package lists them after the build.
install(FILES ${package_made}/sbom.cdx.json DESTINATION usr/share/doc/giftbox)
# The licenses of the libraries inside the programs; Debian's copyright file names them all.
foreach(inside libcli11-dev nlohmann-json3-dev fonts-sil-gentiumplus fonts-ipaexfont-mincho)
    install(FILES /usr/share/doc/${inside}/copyright DESTINATION usr/share/doc/giftbox/licences RENAME ${inside})
endforeach()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME giftbox)
set(CPACK_PACKAGE_VENDOR Giftbox)
set(CPACK_PACKAGE_CONTACT "Giftbox maintainers <maintainers@giftbox.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "inventory and budget tracker for a dealership's gift program")
set(CPACK_PACKAGE_DESCRIPTION
    "Giftbox knows the stock on the shelf and its cost, keeps every gift box
within the manager's caps, and reports each month what the program really
cost. It is a command line program and a web app, on SQLite or PostgreSQL.")
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE gzip)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Beside what is linked: what is loaded at run time, and what makes the service's user.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, libqt6sql6-psql, libpq5, libxlsxwriter4, tzdata, adduser")
# For names in Chinese, Korean, Thai, Arabic and Hebrew on paper.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-noto-core, fonts-noto-cjk")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${package_files}/conffiles ${package_files}/postinst ${package_files}/prerm
    ${package_files}/postrm)
include(CPack)
