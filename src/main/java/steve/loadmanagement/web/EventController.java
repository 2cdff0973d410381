/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import java.security.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import steve.loadmanagement.control.Alarm;
import steve.loadmanagement.history.AuditLog;
import steve.loadmanagement.history.AuditLog.Audit;
import steve.loadmanagement.history.EventLog;
import steve.loadmanagement.history.EventLog.Filter;

/** What was wrong, and who changed what. */
@RestController
@RequestMapping({Api.PAGE, Api.MACHINES})
public class EventController {

    private static final int MOST_IN_A_FILE = 10_000;

    private final FrontDesk desk;
    private final EventLog events;
    private final AuditLog audits;

    EventController(FrontDesk desk, EventLog events, AuditLog audits) {
        this.desk = desk;
        this.events = events;
        this.audits = audits;
    }

    /** Which events: all that is left out does not matter. */
    record Asked(
            @Nullable String kind,
            @Nullable String subject,
            @Nullable Boolean lasting,
            @Nullable Instant from) {

        Filter filter() {
            return new Filter(
                    kind == null || kind.isBlank() ? null : kind(kind), subject, lasting != null && lasting, from);
        }

        private static Alarm.Kind kind(String text) {
            return Arrays.stream(Alarm.Kind.values())
                    .filter(kind -> kind.name().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "there is no such kind"));
        }
    }

    @GetMapping("/events")
    Page<AlarmView> events(
            Asked asked, @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "100") int size) {
        desk.mustBeOn();
        Page.Bounds bounds = Page.Bounds.of(page, size);
        return Page.ofOneMore(
                events.find(asked.filter(), bounds.offset(), bounds.size() + 1).stream()
                        .map(AlarmView::of)
                        .toList(),
                bounds);
    }

    @GetMapping("/events.csv")
    ResponseEntity<String> eventsAsFile(Asked asked) {
        desk.mustBeOn();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        rows.add(Arrays.asList(
                "kind", "severity", "subject", "words", "began_at", "ended_at", "acknowledged_at", "acknowledged_by"));
        for (EventLog.Event event : events.find(asked.filter(), 0, MOST_IN_A_FILE)) {
            AlarmView view = AlarmView.of(event);
            rows.add(Arrays.asList(
                    view.kind(),
                    view.severity(),
                    view.subject(),
                    view.words(),
                    view.beganAt(),
                    view.endedAt(),
                    view.acknowledgedAt(),
                    view.acknowledgedBy()));
        }
        return Csv.file("events.csv", rows);
    }

    @PostMapping("/events/{id}/acknowledge")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void acknowledge(@PathVariable long id, @Nullable Principal who) {
        desk.mustBeOn();
        if (!events.acknowledge(id, FrontDesk.name(who), desk.now())) {
            throw FrontDesk.notFound("event " + id);
        }
        desk.write(who, AuditLog.Action.ACKNOWLEDGED, "event " + id, "");
    }

    @GetMapping("/audits")
    Page<Audit> audits(
            @RequestParam(required = false) @Nullable String containing,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size) {
        desk.mustBeOn();
        Page.Bounds bounds = Page.Bounds.of(page, size);
        return Page.ofOneMore(audits.newest(containing, bounds.offset(), bounds.size() + 1), bounds);
    }

    @GetMapping("/audits.csv")
    ResponseEntity<String> auditsAsFile(@RequestParam(required = false) @Nullable String containing) {
        desk.mustBeOn();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        rows.add(Arrays.asList("done_at", "done_by", "action", "subject", "detail"));
        for (Audit audit : audits.newest(containing, 0, MOST_IN_A_FILE)) {
            rows.add(Arrays.asList(audit.at(), audit.by(), audit.action(), audit.subject(), audit.detail()));
        }
        return Csv.file("audits.csv", rows);
    }
}
