/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.replay;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.allocation.Allocation;
import steve.loadmanagement.allocation.Explanation;
import steve.loadmanagement.allocation.Plan;
import steve.loadmanagement.allocation.Reason;
import steve.loadmanagement.allocation.Snapshot;
import steve.loadmanagement.capacity.Capacity;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.LimitSource;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Phase;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Wiring;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes snapshots and plans as JSON. Capacities are written as limits: the base load is off already. */
final class SnapshotWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SnapshotWriter() {}

    static ObjectNode write(String id, Snapshot snapshot) {
        Site site = snapshot.site();
        ObjectNode line = JSON.objectNode();
        line.put("id", id);
        line.put("now", snapshot.now().toString());
        line.put("voltage_v", site.root().voltage().volts());
        ArrayNode strands = line.putArray("strands");
        site.strands().forEach(strand -> strands.add(strand(strand, snapshot)));
        ArrayNode evses = line.putArray("evses");
        for (Demand demand : snapshot.demands()) {
            evses.add(evse(demand, site.evse(demand.evse()), site));
        }
        return line;
    }

    private static ObjectNode strand(Strand strand, Snapshot snapshot) {
        @Nullable Capacity capacity = snapshot.capacities().get(strand.id());
        PhaseCurrents currents = capacity == null ? PhaseCurrents.ZERO : capacity.currents();
        ObjectNode node = JSON.objectNode();
        node.put("id", strand.name());
        node.put("number", strand.id().value());
        node.put(
                "parent",
                strand.parent() == null
                        ? null
                        : snapshot.site().strand(strand.parent()).name());
        node.set("limit_ma", phases(currents));
        node.put(
                "limit_w",
                capacity == null || capacity.power() == null
                        ? null
                        : capacity.power().watts());
        node.set("base_load_ma", phases(PhaseCurrents.ZERO));
        node.put("current_source", source(capacity == null ? LimitSource.RATING : capacity.currentSource()));
        node.put("power_source", source(capacity == null ? LimitSource.RATING : capacity.powerSource()));
        node.put("measure", Fields.word(strand.sharing().measure()));
        node.put("others", Fields.word(strand.sharing().others()));
        node.put("unbalance_ma", milliamps(strand.unbalance()));
        return node;
    }

    private static String source(LimitSource source) {
        return Fields.word(source);
    }

    private static ObjectNode evse(Demand demand, @Nullable Evse evse, Site site) {
        ObjectNode node = JSON.objectNode();
        node.put("evse", name(demand.evse()));
        node.put("strand", evse == null ? null : site.strand(evse.strand()).name());
        node.put("wiring", word(evse == null ? Wiring.UNKNOWN : evse.wiring()));
        node.put("phases_used", demand.phasesUsed());
        node.put("minimum_ma", demand.minimum().milliamps());
        node.put("ceiling_ma", demand.ceiling().milliamps());
        node.put("step_ma", evse == null ? 100 : evse.step().milliamps());
        node.put("tier", demand.tier());
        node.put("weight", demand.weight());
        node.put("served_wh", demand.served().wattHours());
        node.put(
                "charging_since",
                demand.chargingSince() == null ? null : demand.chargingSince().toString());
        node.put("never_pause", demand.neverPause());
        return node;
    }

    /** Adds what the plan grants on this site to the answer. */
    static void addPlan(ObjectNode answer, Snapshot snapshot, Plan plan) {
        ArrayNode allocations = answer.withArray("allocations");
        Explanation explanation = Explanation.in(snapshot, Locale.ROOT);
        for (Allocation allocation : plan.allocations()) {
            ObjectNode node = allocations.addObject();
            node.put("evse", name(allocation.evse()));
            node.put("current_ma", allocation.current().milliamps());
            node.put("binding", binding(allocation.reason().constraint(), snapshot.site()));
            node.put("reason", explanation.of(allocation.reason()));
        }
        ObjectNode residue = answer.withObject("residue_ma");
        for (Strand strand : snapshot.site().strands()) {
            residue.set(strand.name(), phases(plan.residue().get(strand.id())));
        }
    }

    /** The strand and its phase, or W for its power, or unbalance. */
    private static @Nullable String binding(Reason.@Nullable Constraint constraint, Site site) {
        if (constraint == null) {
            return null;
        }
        String what = switch (constraint.quantity()) {
            case CURRENT -> String.valueOf(constraint.phase());
            case POWER -> "W";
            case UNBALANCE -> "unbalance";
        };
        return site.strand(constraint.strand()).name() + "/" + what;
    }

    /** As it is read: a name without a number of its own has none. */
    static String name(EvseRef evse) {
        return evse.evseId() == 0 ? evse.chargeBoxId() : evse.toString();
    }

    static String word(Wiring wiring) {
        return switch (wiring) {
            case L1_ONLY -> "L1";
            case L2_ONLY -> "L2";
            case L3_ONLY -> "L3";
            case UNKNOWN -> "unknown";
            case L1L2L3, L2L3L1, L3L1L2, L1L3L2, L2L1L3, L3L2L1 -> wiring.name();
        };
    }

    private static JsonNode phases(@Nullable PhaseCurrents currents) {
        if (currents == null) {
            return JSON.nullNode();
        }
        ObjectNode node = JSON.objectNode();
        for (Phase phase : Phase.values()) {
            node.put(phase.name(), currents.on(phase).milliamps());
        }
        return node;
    }

    private static @Nullable Integer milliamps(@Nullable Current current) {
        return current == null ? null : (Integer) current.milliamps();
    }
}
