/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import steve.loadmanagement.allocation.TreeAllocator;
import steve.loadmanagement.control.CycleReport;
import steve.loadmanagement.history.Decision;
import steve.loadmanagement.history.DecisionStore;
import steve.loadmanagement.history.SetpointHistory;
import steve.loadmanagement.site.EvseRef;

/** Why an EVSE got what it got, now or at any moment of which the decision is kept. */
@RestController
@RequestMapping({Api.PAGE, Api.MACHINES})
public class WhyController {

    private static final int MOST_CHANGES = 30;

    private final FrontDesk desk;
    private final DecisionStore decisions;
    private final SetpointHistory setpoints;
    private final TreeAllocator allocator;

    WhyController(FrontDesk desk, DecisionStore decisions, SetpointHistory setpoints, TreeAllocator allocator) {
        this.desk = desk;
        this.decisions = decisions;
        this.setpoints = setpoints;
        this.allocator = allocator;
    }

    @GetMapping("/why")
    WhyView why(
            @RequestParam String chargeBoxId,
            @RequestParam int evseId,
            @RequestParam(required = false) @Nullable Instant at,
            Locale locale) {
        desk.mustBeOn();
        EvseRef evse = new EvseRef(chargeBoxId, evseId);
        Instant moment = at == null ? desk.now() : at;
        CycleReport report = desk.loop().reports().stream()
                .filter(one -> one.snapshot().site().evse(evse) != null)
                .findFirst()
                .orElseThrow(() -> FrontDesk.notFound("EVSE " + evse + " on an active or observed strand"));
        DecisionStore.Stored stored =
                decisions.at(report.snapshot().site().root().id(), moment);
        Decision decision = stored == null ? null : Decision.read(stored.content());
        if (stored == null || decision == null) {
            throw FrontDesk.notFound("decision of that time any more, or yet");
        }
        return WhyView.of(evse, decision, allocator, Manner.spoken(locale))
                .with(moment, stored.at(), setpoints.before(evse, moment, MOST_CHANGES));
    }
}
