/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import steve.loadmanagement.control.SiteEditor;
import steve.loadmanagement.history.HistoryStore;
import steve.loadmanagement.history.Span;
import steve.loadmanagement.history.StrandSample;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Placement;
import steve.loadmanagement.site.StrandId;

/** The means that charts show. */
@RestController
@RequestMapping({Api.PAGE, Api.MACHINES})
public class HistoryController {

    private static final Map<String, Duration> RANGES =
            Map.of("1h", Duration.ofHours(1), "24h", Duration.ofHours(24), "7d", Duration.ofDays(7));

    private final FrontDesk desk;
    private final SiteEditor sites;
    private final HistoryStore history;

    HistoryController(FrontDesk desk, SiteEditor sites, HistoryStore history) {
        this.desk = desk;
        this.sites = sites;
        this.history = history;
    }

    /** Minutes for an hour, quarter hours for a day and for a week. */
    @GetMapping("/history")
    Chart history(@RequestParam int strand, @RequestParam(defaultValue = "1h") String range) {
        desk.mustBeOn();
        Duration back = RANGES.get(range);
        if (back == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "a range is one of " + RANGES.keySet());
        }
        Instant to = desk.now();
        Instant from = to.minus(back);
        Span span = back.compareTo(Duration.ofHours(1)) > 0 ? Span.QUARTER_HOUR : Span.MINUTE;
        StrandId id = new StrandId(strand);
        List<StrandSample> samples = history.strand(id, span, from, to);
        List<EvseRef> below = Below.placements(id, sites.strands(), sites.placements()).stream()
                .map(Placement::ref)
                .toList();
        return Chart.of(span, samples, history.evses(below, span, from, to));
    }
}
