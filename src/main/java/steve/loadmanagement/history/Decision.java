/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.history;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.allocation.Snapshot;
import steve.loadmanagement.capacity.Capacity;
import steve.loadmanagement.control.CycleReport;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.replay.SnapshotLines;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Phase;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Power;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a plan was made from, so that it can be made and explained again.
 *
 * @param whole with whole capacities
 * @param planned what the plan was made from: less what is held back by EVSEs outside it
 * @param held what was held back
 */
public record Decision(Snapshot whole, Snapshot planned, List<HeldBack> held) {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    public Decision {
        held = List.copyOf(held);
    }

    static Decision of(CycleReport report) {
        return new Decision(report.snapshot(), report.planned(), HeldBack.of(report));
    }

    /** As one line of JSON. */
    String write() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("whole", MAPPER.readTree(SnapshotLines.write("whole", whole)));
        node.set("planned", MAPPER.readTree(SnapshotLines.write("planned", planned)));
        ObjectNode ratings = node.putObject("rating_ma");
        ObjectNode causes = node.putObject("cause");
        for (Demand demand : planned.demands()) {
            Evse evse = planned.site().evse(demand.evse());
            if (evse != null) {
                ratings.put(demand.evse().toString(), evse.rating().milliamps());
            }
            causes.put(demand.evse().toString(), demand.cause().name());
        }
        ObjectNode others = node.putObject("others");
        whole.capacities().forEach((strand, capacity) -> {
            Capacity.Others taken = capacity.others();
            if (taken != null) {
                ObjectNode line = others.putObject(strand.toString());
                for (Phase phase : Phase.values()) {
                    line.put(phase.name(), taken.currents().on(phase).milliamps());
                }
                line.put("w", taken.power().watts());
            }
        });
        for (HeldBack one : held) {
            ObjectNode line = node.withArray("held").addObject();
            line.put("charge_box_id", one.evse().chargeBoxId());
            line.put("evse_id", one.evse().evseId());
            line.put("strand", one.strand().value());
            for (Phase phase : Phase.values()) {
                line.put(phase.name(), one.amount().on(phase).milliamps());
            }
            line.put("why", one.why().name());
            line.put("planned", one.isPlanned());
        }
        return node.toString();
    }

    /** Reads it again; null: that is no decision. */
    public static @Nullable Decision read(String content) {
        JsonNode node = MAPPER.readTree(content);
        List<Snapshot> whole = SnapshotLines.read(node.path("whole").toString());
        List<Snapshot> planned = SnapshotLines.read(node.path("planned").toString());
        if (whole.isEmpty() || planned.isEmpty()) {
            return null;
        }
        List<HeldBack> held = new ArrayList<>();
        for (JsonNode line : node.path("held")) {
            held.add(new HeldBack(
                    new EvseRef(
                            line.path("charge_box_id").asString(),
                            line.path("evse_id").asInt()),
                    new StrandId(line.path("strand").asInt()),
                    new PhaseCurrents(on(line, Phase.L1), on(line, Phase.L2), on(line, Phase.L3)),
                    HeldBack.Why.valueOf(line.path("why").asString()),
                    line.path("planned").asBoolean()));
        }
        return new Decision(complete(whole.getFirst(), node), complete(planned.getFirst(), node), held);
    }

    private static Current on(JsonNode line, Phase phase) {
        return Current.ofMilliamps(line.path(phase.name()).asInt());
    }

    /** Puts back what a snapshot line does not carry: ratings, why a ceiling is what it is, and what others took. */
    private static Snapshot complete(Snapshot snapshot, JsonNode node) {
        Map<EvseRef, Evse> evses =
                snapshot.site().evses().stream().collect(toMap(Evse::ref, evse -> rated(evse, node)));
        List<Demand> demands =
                snapshot.demands().stream().map(demand -> caused(demand, node)).toList();
        Site site = Site.of(snapshot.site().strands(), List.copyOf(evses.values()));
        Map<StrandId, Capacity> capacities = new HashMap<>(snapshot.capacities());
        capacities.replaceAll(
                (strand, capacity) -> besideOthers(capacity, node.path("others").path(strand.toString())));
        return new Snapshot(snapshot.now(), site, capacities, demands);
    }

    private static Capacity besideOthers(Capacity capacity, JsonNode line) {
        return line.isMissingNode()
                ? capacity
                : new Capacity(
                        capacity.currents(),
                        capacity.currentSource(),
                        capacity.power(),
                        capacity.powerSource(),
                        new Capacity.Others(
                                new PhaseCurrents(on(line, Phase.L1), on(line, Phase.L2), on(line, Phase.L3)),
                                Power.ofWatts(line.path("w").asInt())));
    }

    private static Evse rated(Evse evse, JsonNode node) {
        JsonNode rating = node.path("rating_ma").path(evse.ref().toString());
        return !rating.isNumber()
                ? evse
                : new Evse(
                        evse.ref(),
                        evse.strand(),
                        evse.wiring(),
                        Current.ofMilliamps(rating.asInt()),
                        evse.minimum(),
                        evse.step(),
                        evse.fallback(),
                        evse.weight(),
                        evse.controllable(),
                        evse.neverPause(),
                        evse.traits());
    }

    private static Demand caused(Demand demand, JsonNode node) {
        String cause = node.path("cause")
                .path(demand.evse().toString())
                .asString(demand.cause().name());
        return new Demand(
                demand.evse(),
                demand.minimum(),
                demand.ceiling(),
                Demand.Cause.valueOf(cause),
                demand.phasesUsed(),
                demand.tier(),
                demand.weight(),
                demand.served(),
                demand.chargingSince(),
                demand.neverPause());
    }
}
