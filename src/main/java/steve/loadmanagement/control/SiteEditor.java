/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.control.SiteStore.StoredStrand;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.InvalidSite;
import steve.loadmanagement.site.Placement;
import steve.loadmanagement.site.Problem;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.SiteRules;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.site.StrandId;

/** Changes strands and the EVSEs on them: checks the whole first, stores it then, and wakes the control loop. */
public final class SiteEditor implements SiteSource {

    /** Stands for a strand that is not stored yet. */
    public static final StrandId NEW = new StrandId(0);

    private final SiteStore store;
    private final KnownStations stations;
    private final Runnable changed;

    public SiteEditor(SiteStore store, KnownStations stations, Runnable changed) {
        this.store = store;
        this.stations = stations;
        this.changed = changed;
    }

    /** The stations that SteVe knows. */
    @FunctionalInterface
    public interface KnownStations {

        /** The EVSEs of each, as far as known. */
        Map<String, List<Integer>> evses();
    }

    /** Somebody else changed the strand meanwhile. */
    public static final class Outdated extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Outdated(Strand strand) {
            super("strand " + strand.name() + " was changed by somebody else meanwhile: load it again");
        }
    }

    /**
     * Strands and EVSEs that are not stored.
     *
     * @param problems why they cannot be
     */
    public record Draft(List<Strand> strands, List<Evse> evses, List<Problem> problems) {

        /** The strand of that id; it must be one of these. */
        public Strand strand(StrandId id) {
            return strands.stream()
                    .filter(strand -> strand.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }

        /** Null: nothing feeds it. */
        public @Nullable Strand parent(Strand strand) {
            return strands.stream()
                    .filter(other -> other.id().equals(strand.parent()))
                    .findFirst()
                    .orElse(null);
        }

        public List<Strand> children(StrandId id) {
            return strands.stream().filter(other -> id.equals(other.parent())).toList();
        }

        /** EVSEs on this strand and on those that it feeds; a circle is walked once. */
        public List<Evse> below(StrandId id) {
            Set<StrandId> fed = new HashSet<>(Set.of(id));
            boolean grows = true;
            while (grows) {
                grows = false;
                for (Strand strand : strands) {
                    grows |= strand.parent() != null && fed.contains(strand.parent()) && fed.add(strand.id());
                }
            }
            return evses.stream().filter(evse -> fed.contains(evse.strand())).toList();
        }
    }

    @Override
    public List<Site> sites() {
        List<Strand> strands = strandsOnly();
        return Site.allOf(strands, evses(strands, store.placements()));
    }

    public List<StoredStrand> strands() {
        return store.strands();
    }

    public List<Placement> placements() {
        return store.placements();
    }

    /** What would be if that strand, new or changed, were stored. */
    public Draft draft(Strand strand) {
        List<Strand> strands = new ArrayList<>(strandsOnly());
        strands.removeIf(known -> known.id().equals(strand.id()));
        strands.add(strand);
        List<Evse> evses = evses(strands, store.placements());
        return new Draft(strands, evses, SiteRules.check(strands, evses));
    }

    /**
     * Does nothing where these EVSEs can be put on their strands.
     *
     * @throws InvalidSite with every problem
     */
    public void check(Collection<Placement> placements) {
        checked(placements);
    }

    /**
     * Stores a new strand, and says under which id.
     *
     * @throws InvalidSite with every problem; then nothing is stored
     */
    public StrandId add(Strand strand) {
        List<Strand> strands = new ArrayList<>(strandsOnly());
        strands.add(strand);
        check(strands, store.placements());
        StrandId id = store.insert(strand);
        changed.run();
        return id;
    }

    /**
     * Changes a strand that was at that version when it was loaded.
     *
     * @throws InvalidSite with every problem; then nothing is stored
     * @throws Outdated if it is at a later version
     */
    public void change(Strand strand, int version) {
        List<Strand> strands = new ArrayList<>(strandsOnly());
        strands.replaceAll(known -> known.id().equals(strand.id()) ? strand : known);
        check(strands, store.placements());
        if (!store.update(strand, version)) {
            throw new Outdated(strand);
        }
        changed.run();
    }

    /**
     * Deletes a strand that feeds nothing. Its EVSEs must be taken off first, so that they are released.
     *
     * @throws InvalidSite if it still feeds something
     */
    public void delete(StrandId strand) {
        List<Problem> problems = new ArrayList<>();
        if (strandsOnly().stream().anyMatch(known -> strand.equals(known.parent()))) {
            problems.add(new Problem("strand", "parent", "still feeds other strands: move or delete them first"));
        }
        if (store.placements().stream().anyMatch(placement -> placement.strand().equals(strand))) {
            problems.add(new Problem("strand", "evse", "still has EVSEs: take them off first"));
        }
        refuse(problems);
        store.delete(strand);
        changed.run();
    }

    /**
     * Puts EVSEs on their strands.
     *
     * @throws InvalidSite with every problem; then nothing is stored
     */
    public void place(Collection<Placement> placements) {
        store.place(checked(placements));
        changed.run();
    }

    private Collection<Placement> checked(Collection<Placement> placements) {
        Map<String, List<Integer>> known = stations.evses();
        List<Problem> problems = new ArrayList<>();
        Set<EvseRef> places = new HashSet<>();
        for (Placement placement : placements) {
            EvseRef ref = placement.ref();
            if (!known.containsKey(ref.chargeBoxId())) {
                problems.add(new Problem(ref.toString(), "evse", "SteVe knows no station " + ref.chargeBoxId()));
            }
            if (ref.evseId() < 1) {
                problems.add(new Problem(ref.toString(), "evse", "an EVSE is numbered from 1"));
            }
            if (!places.add(ref)) {
                problems.add(new Problem(ref.toString(), "evse", "hangs on two strands; an EVSE hangs on one"));
            }
        }
        refuse(problems);
        List<Placement> all = new ArrayList<>(store.placements());
        all.removeIf(placement -> places.contains(placement.ref()));
        all.addAll(placements);
        check(strandsOnly(), all);
        return placements;
    }

    public void remove(EvseRef evse) {
        store.remove(evse);
        changed.run();
    }

    private List<Strand> strandsOnly() {
        return store.strands().stream().map(StoredStrand::strand).toList();
    }

    private static void check(List<Strand> strands, List<Placement> placements) {
        List<Problem> problems = new ArrayList<>();
        Set<StrandId> ids = new HashSet<>(strands.stream().map(Strand::id).toList());
        for (Placement placement : placements) {
            if (!ids.contains(placement.strand())) {
                problems.add(
                        new Problem(placement.ref().toString(), "strand", "there is no strand " + placement.strand()));
            }
        }
        refuse(problems);
        refuse(SiteRules.check(strands, evses(strands, placements)));
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidSite(problems);
        }
    }

    private static List<Evse> evses(List<Strand> strands, List<Placement> placements) {
        Map<StrandId, Strand> byId = strands.stream().collect(toMap(Strand::id, strand -> strand, (first, _) -> first));
        return placements.stream()
                .flatMap(placement ->
                        java.util.Optional.ofNullable(byId.get(placement.strand())).map(placement::on).stream())
                .toList();
    }
}
