/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.site;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A site as arrays, made once, for algorithms that walk it often. Strands are numbered as in {@link Site#strands()}, root
 * first. EVSEs are the <em>leaves</em>, numbered so that those below a strand stand together: first the strand's own, by
 * name, then those of each strand below it.
 */
public final class Layout {

    /** What {@link #parent} says of the root. */
    public static final int NONE = -1;

    /** Masks for a leaf: of 0 to 3 phases used. */
    private static final int MASKS = 4;

    private final int[] parent;
    private final int[] firstLeaf;
    private final int[] endLeaf;
    private final Evse[] evses;
    private final int[] strandOf;
    private final int[] leafByName;
    private final int[] nameOf;
    private final EvseRef[] refByName;
    private final int[] step;
    private final byte[] conductors;
    private final byte[] masks;
    private final Map<EvseRef, Integer> leafOf = new HashMap<>();

    /**
     * @param strands root first, each after its parent
     * @param evses in the order of their names
     */
    Layout(List<Strand> strands, List<Evse> evses) {
        Map<StrandId, Integer> numbers = new HashMap<>();
        strands.forEach(strand -> numbers.put(strand.id(), numbers.size()));
        this.parent = strands.stream()
                .mapToInt(strand -> strand.parent() == null ? NONE : numbers.getOrDefault(strand.parent(), NONE))
                .toArray();
        this.firstLeaf = new int[strands.size()];
        this.endLeaf = new int[strands.size()];
        this.evses = new Evse[evses.size()];
        this.strandOf = new int[evses.size()];
        this.leafByName = new int[evses.size()];
        this.nameOf = new int[evses.size()];
        this.refByName = evses.stream().map(Evse::ref).toArray(EvseRef[]::new);
        this.step = new int[evses.size()];
        this.conductors = new byte[evses.size()];
        this.masks = new byte[evses.size() * MASKS];
        int[] strandByName = evses.stream()
                .mapToInt(evse -> numbers.getOrDefault(evse.strand(), 0))
                .toArray();
        divide(strandByName);
        place(evses, strandByName);
    }

    /** Gives each strand the stretch of leaves that it needs: its own and those of all strands below it. */
    private void divide(int[] strandByName) {
        int[] own = new int[parent.length];
        for (int strand : strandByName) {
            own[strand]++;
        }
        int[] below = own.clone();
        for (int strand = parent.length - 1; strand > 0; strand--) {
            below[parent[strand]] += below[strand];
        }
        int[] next = new int[parent.length];
        for (int strand = 0; strand < parent.length; strand++) {
            firstLeaf[strand] = strand == 0 ? 0 : next[parent[strand]];
            endLeaf[strand] = firstLeaf[strand] + below[strand];
            next[strand] = firstLeaf[strand] + own[strand];
            if (strand > 0) {
                next[parent[strand]] = endLeaf[strand];
            }
        }
    }

    private void place(List<Evse> byName, int[] strandByName) {
        int[] next = firstLeaf.clone();
        for (int name = 0; name < strandByName.length; name++) {
            int leaf = next[strandByName[name]]++;
            evses[leaf] = byName.get(name);
            strandOf[leaf] = strandByName[name];
            leafByName[name] = leaf;
            nameOf[leaf] = name;
            describe(leaf);
            leafOf.put(evses[leaf].ref(), leaf);
        }
    }

    private void describe(int leaf) {
        Evse evse = evses[leaf];
        step[leaf] = evse.step().milliamps();
        conductors[leaf] = (byte) evse.wiring().conductorCount();
        for (int used = 1; used < MASKS; used++) {
            masks[leaf * MASKS + used] = (byte) evse.wiring().mask(used);
        }
    }

    public int strandCount() {
        return parent.length;
    }

    public int leafCount() {
        return evses.length;
    }

    /** The strand that feeds this one, or {@link #NONE}. */
    public int parent(int strand) {
        return parent[strand];
    }

    /** The first leaf below the strand. */
    public int firstLeaf(int strand) {
        return firstLeaf[strand];
    }

    /** The leaf after the last one below the strand. */
    public int endLeaf(int strand) {
        return endLeaf[strand];
    }

    /** The strand that the leaf hangs on itself. */
    public int strandOf(int leaf) {
        return strandOf[leaf];
    }

    /** The EVSE that is in that place by name, counted from 0. */
    public EvseRef refByName(int name) {
        return refByName[name];
    }

    public Evse evse(int leaf) {
        return evses[leaf];
    }

    /** What its station resolves, mA. */
    public int step(int leaf) {
        return step[leaf];
    }

    public int conductors(int leaf) {
        return conductors[leaf];
    }

    /** The grid phases that so many conductors of it load, see {@link steve.loadmanagement.unit.Wiring#mask}. */
    public int mask(int leaf, int phasesUsed) {
        return masks[leaf * MASKS + phasesUsed];
    }

    /** The leaf that is in that place by name, counted from 0. */
    public int leafByName(int name) {
        return leafByName[name];
    }

    /** The leaf's place by name, counted from 0. */
    public int nameOf(int leaf) {
        return nameOf[leaf];
    }

    /**
     * The leaf of that name, or {@link #NONE}.
     *
     * @param guess its place by name, if the caller knows better than nothing; may be wrong
     */
    public int leafOf(EvseRef evse, int guess) {
        if (guess < refByName.length && refByName[guess].equals(evse)) {
            return leafByName[guess];
        }
        @Nullable Integer leaf = leafOf.get(evse);
        return leaf == null ? NONE : leaf;
    }

    @Override
    public String toString() {
        return "parents " + Arrays.toString(parent) + ", EVSEs on " + Arrays.toString(strandOf);
    }
}
