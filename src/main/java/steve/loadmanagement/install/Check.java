/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.install;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds a war against what the plugin needs: version, Java, pages, and every name it links to. */
final class Check {

    private final List<String> lines = new ArrayList<>();
    private final List<String> obstacles = new ArrayList<>();
    private final Plugin plugin;
    private final War war;

    private Check(Plugin plugin, War war) {
        this.plugin = plugin;
        this.war = war;
    }

    /** @throws Refusal if it is no SteVe, damaged or signed */
    static Findings of(Plugin plugin, War war) {
        Soundness.hold(war);
        Check check = new Check(plugin, war);
        check.host();
        check.links();
        check.pages();
        check.inside();
        boolean fits = check.obstacles.isEmpty();
        check.lines.add(
                fits
                        ? "It fits."
                        : "It does not fit: load management " + plugin.version() + " needs what is missing above.");
        return new Findings(List.copyOf(check.lines), fits, List.copyOf(check.obstacles));
    }

    private void host() {
        lines.add("%-16s SteVe %s for %s (%s)".formatted("Host:", war.version(), war.flavour(), war.file()));
        if (war.version().isBefore(SteveVersion.FIRST_SUPPORTED)) {
            obstacle("SteVe " + war.version() + " is too old: " + SteveVersion.FIRST_SUPPORTED + " or later is needed");
        }
        lines.add("%-16s built for Java %s; this is Java %s".formatted("Java:", war.java(), Runtime.version()));
        if (war.java() > Runtime.version().feature()) {
            obstacle("that SteVe needs Java " + war.java());
        }
    }

    private void links() {
        try (ClassPool pool = ClassPool.of(war, plugin)) {
            LinkCheck.Result result = LinkCheck.of(plugin, pool);
            lines.add("%-16s %d classes, methods, fields and constructors of SteVe and its libraries, %d missing"
                    .formatted("Links:", result.links(), result.missing().size()));
            result.missing().forEach(link -> obstacle("missing: " + link));
        }
    }

    private void pages() {
        for (String page : List.of(MenuEntry.HEADER, "WEB-INF/views/00-footer.jsp")) {
            if (!war.has(page)) {
                obstacle("missing: page " + page);
            }
        }
        if (war.has(MenuEntry.HEADER)) {
            lines.add("%-16s %s".formatted("Menu:", menu(MenuEntry.in(war.read(MenuEntry.HEADER)))));
        }
    }

    private static String menu(MenuEntry.Place place) {
        return switch (place) {
            case PRESENT -> "the entry is there";
            case FREE -> "a place for the entry is there";
            case NONE -> "no place for the entry found; the page works at /manager/loadmanagement without it";
        };
    }

    private void inside() {
        Optional<War.Inside> inside = war.inside();
        lines.add("%-16s %s"
                .formatted("Load management:", inside.map(War.Inside::words).orElse("not inside")));
    }

    private void obstacle(String words) {
        obstacles.add(words);
        lines.add("  " + words);
    }
}
