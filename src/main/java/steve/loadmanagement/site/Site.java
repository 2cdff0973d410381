/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.site;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One root strand with everything below it. Immutable; a wrong tree cannot be made. */
public final class Site {

    private final List<Strand> strands;
    private final List<Evse> evses;
    private final Map<StrandId, Strand> strandById;
    private final Map<EvseRef, Evse> evseByRef;
    private final Map<StrandId, List<Evse>> evsesByStrand;
    private final Map<StrandId, List<Strand>> ways = new HashMap<>();
    private final Map<StrandId, Mode> modes = new HashMap<>();
    private final Layout layout;

    private Site(List<Strand> strands, List<Evse> evses) {
        this.strands = strands;
        this.evses = evses.stream().sorted(Comparator.comparing(Evse::ref)).toList();
        this.strandById = strands.stream().collect(toUnmodifiableMap(Strand::id, Function.identity()));
        this.evseByRef = evses.stream().collect(toUnmodifiableMap(Evse::ref, Function.identity()));
        this.evsesByStrand = this.evses.stream().collect(groupingBy(Evse::strand));
        this.layout = new Layout(this.strands, this.evses);
        for (Strand strand : strands) {
            List<Strand> way = new ArrayList<>(List.of(strand));
            StrandId parent = strand.parent();
            way.addAll(parent == null ? List.of() : wayToRoot(parent));
            ways.put(strand.id(), List.copyOf(way));
            modes.put(strand.id(), leastActive(way));
        }
    }

    private static Mode leastActive(List<Strand> way) {
        return way.stream().map(Strand::mode).min(Comparator.naturalOrder()).orElseThrow();
    }

    /**
     * The site of one root.
     *
     * @throws InvalidSite if the strands are not one tree with sound limits, or an EVSE has no or two places in it
     */
    public static Site of(List<Strand> strands, List<Evse> evses) {
        List<Problem> problems = SiteRules.check(strands, evses);
        long roots = strands.stream().filter(Strand::isRoot).count();
        if (problems.isEmpty() && roots != 1) {
            throw new InvalidSite(List.of(new Problem("site", "parent", "one root strand makes a site, not " + roots)));
        }
        if (!problems.isEmpty()) {
            throw new InvalidSite(problems);
        }
        return new Site(rootFirst(strands), evses);
    }

    /** All sites in these strands, one for each root, in the order of their ids. Throws as {@link #of}. */
    public static List<Site> allOf(List<Strand> strands, List<Evse> evses) {
        List<Problem> problems = SiteRules.check(strands, evses);
        if (!problems.isEmpty()) {
            throw new InvalidSite(problems);
        }
        Map<StrandId, List<Evse>> evsesByStrand = evses.stream().collect(groupingBy(Evse::strand));
        Map<StrandId, List<Strand>> children = children(strands);
        List<Site> sites = new ArrayList<>();
        for (Strand root : strands.stream()
                .filter(Strand::isRoot)
                .sorted(Comparator.comparing(Strand::id))
                .toList()) {
            List<Strand> tree = below(root, children);
            List<Evse> on = tree.stream()
                    .flatMap(strand -> evsesByStrand.getOrDefault(strand.id(), List.of()).stream())
                    .toList();
            sites.add(new Site(tree, on));
        }
        return sites;
    }

    /** Root first, each strand after its parent. */
    public List<Strand> strands() {
        return strands;
    }

    /** In the order of their names. */
    public List<Evse> evses() {
        return evses;
    }

    /** The same as arrays. */
    public Layout layout() {
        return layout;
    }

    public Strand root() {
        return strands.getFirst();
    }

    /** The strand of that id; it must be one of this site. */
    public Strand strand(StrandId id) {
        Strand strand = strandById.get(id);
        if (strand == null) {
            throw noStrand(id);
        }
        return strand;
    }

    private static IllegalArgumentException noStrand(StrandId id) {
        return new IllegalArgumentException("no strand " + id + " in this site");
    }

    /** The EVSE of that name, or null if it is not on this site. */
    public @Nullable Evse evse(EvseRef ref) {
        return evseByRef.get(ref);
    }

    /** The EVSEs that hang on this strand itself, not on one below it. */
    public List<Evse> evsesOn(StrandId strand) {
        return evsesByStrand.getOrDefault(strand, List.of());
    }

    /** From the strand itself up to the root. */
    public List<Strand> wayToRoot(StrandId from) {
        List<Strand> way = ways.get(from);
        if (way == null) {
            throw noStrand(from);
        }
        return way;
    }

    /** How far load management goes for this EVSE: a strand is never more active than the one that feeds it. */
    public Mode modeOf(Evse evse) {
        Mode mode = modes.get(evse.strand());
        if (mode == null) {
            throw noStrand(evse.strand());
        }
        return mode;
    }

    private static List<Strand> rootFirst(List<Strand> strands) {
        Strand root = strands.stream().filter(Strand::isRoot).findFirst().orElseThrow();
        return below(root, children(strands));
    }

    private static Map<StrandId, List<Strand>> children(List<Strand> strands) {
        return strands.stream()
                .filter(strand -> !strand.isRoot())
                .sorted(Comparator.comparing(Strand::id))
                .collect(groupingBy(Site::parentOf));
    }

    private static List<Strand> below(Strand root, Map<StrandId, List<Strand>> children) {
        List<Strand> tree = new ArrayList<>(List.of(root));
        for (int i = 0; i < tree.size(); i++) {
            tree.addAll(children.getOrDefault(tree.get(i).id(), List.of()));
        }
        return List.copyOf(tree);
    }

    private static StrandId parentOf(Strand strand) {
        StrandId parent = strand.parent();
        if (parent == null) {
            throw new IllegalStateException(strand.name() + " is a root");
        }
        return parent;
    }
}
