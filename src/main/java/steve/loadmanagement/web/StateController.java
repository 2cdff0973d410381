/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import steve.loadmanagement.control.CycleReport;
import steve.loadmanagement.replay.SnapshotLines;

/** What is going on: all at once, in parts, and as a stream. */
@RestController
@RequestMapping({Api.PAGE, Api.MACHINES})
public class StateController {

    private final FrontDesk desk;
    private final States states;
    private final LiveStream stream;

    StateController(FrontDesk desk, States states, LiveStream stream) {
        this.desk = desk;
        this.states = states;
        this.stream = stream;
    }

    @GetMapping("/state")
    StateView state(Locale locale) {
        return states.now(locale);
    }

    /** First the whole state, then what changes, at most once a second. */
    @GetMapping(value = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(Locale locale) {
        return stream.open(locale);
    }

    @GetMapping("/strands")
    Page<StrandView> strands(
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "100") int size, Locale locale) {
        desk.mustBeOn();
        return Page.of(states.now(locale).strands(), page, size);
    }

    @GetMapping("/evses")
    Page<EvseView> evses(
            @RequestParam(required = false) @Nullable Integer strand,
            @RequestParam(defaultValue = "") String containing,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size,
            Locale locale) {
        desk.mustBeOn();
        List<EvseView> found = states.now(locale).evses().stream()
                .filter(evse -> strand == null || evse.strand() == strand)
                .filter(evse ->
                        evse.chargeBoxId().toLowerCase(Locale.ROOT).contains(containing.toLowerCase(Locale.ROOT)))
                .toList();
        return Page.of(found, page, size);
    }

    /** What the newest plan of that root strand was made from, as {@code mvn -Pplan} reads it. */
    @GetMapping(value = "/snapshot", produces = MediaType.APPLICATION_JSON_VALUE)
    String snapshot(@RequestParam int strand) {
        return desk.loop().reports().stream()
                .map(CycleReport::planned)
                .filter(snapshot -> snapshot.site().root().id().value() == strand)
                .map(snapshot -> SnapshotLines.write(snapshot.site().root().name() + " " + snapshot.now(), snapshot))
                .findFirst()
                .orElseThrow(() -> FrontDesk.notFound("plan yet for root strand " + strand));
    }
}
