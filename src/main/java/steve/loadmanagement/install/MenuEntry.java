/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.install;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.stream.Collectors;

/** The entry in SteVe's menu: one line of its header page, before SETTINGS. Bytes in, bytes out; nothing else changes. */
final class MenuEntry {

    static final String HEADER = "WEB-INF/views/00-header.jsp";

    private static final String MARK = "<%-- " + Plugin.NAME + " --%>";
    private static final String LINK = "${ctxPath}/manager/loadmanagement\"";
    private static final String ENTRY = "<li><a href=\"" + LINK + ">LOAD MANAGEMENT</a></li>";
    private static final String NEXT = "${ctxPath}/manager/settings\"";

    private MenuEntry() {}

    /** Whether a header page has the entry, or a place for it. */
    enum Place {
        PRESENT,
        FREE,
        NONE
    }

    static Place in(byte[] header) {
        String text = new String(header, ISO_8859_1);
        if (text.contains(LINK)) {
            return Place.PRESENT;
        }
        return text.contains(NEXT) ? Place.FREE : Place.NONE;
    }

    /** The page with the entry; the same page if it has it already, or no place for it. */
    static byte[] added(byte[] header) {
        if (in(header) != Place.FREE) {
            return header;
        }
        return lines(header).stream()
                .map(line -> line.contains(NEXT) ? entryLike(line) + line : line)
                .collect(Collectors.joining())
                .getBytes(ISO_8859_1);
    }

    /** The page without what {@link #added} put there. An entry from elsewhere, as of a patched source, stays. */
    static byte[] removed(byte[] header) {
        return lines(header).stream()
                .filter(line -> !line.contains(MARK))
                .collect(Collectors.joining())
                .getBytes(ISO_8859_1);
    }

    private static String entryLike(String line) {
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        String end = line.endsWith("\r\n") ? "\r\n" : "\n";
        return indent + ENTRY + MARK + end;
    }

    /** The lines with their ends, so that joining them gives the same bytes. */
    private static List<String> lines(byte[] header) {
        return List.of(new String(header, ISO_8859_1).split("(?<=\n)"));
    }
}
