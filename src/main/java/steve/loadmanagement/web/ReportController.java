/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import steve.loadmanagement.control.SiteEditor;
import steve.loadmanagement.control.SiteStore.StoredStrand;
import steve.loadmanagement.history.EvseTotal;
import steve.loadmanagement.history.HistoryStore;
import steve.loadmanagement.history.Span;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Placement;
import steve.loadmanagement.site.Strand;

/** Months in numbers: utilisation, peaks, waiting, what was curtailed. */
@RestController
@RequestMapping({Api.PAGE, Api.MACHINES})
public class ReportController {

    private static final Duration LONGEST = Duration.ofDays(400);
    private static final double SECONDS_AN_HOUR = 3600;

    private final FrontDesk desk;
    private final SiteEditor sites;
    private final HistoryStore history;

    ReportController(FrontDesk desk, SiteEditor sites, HistoryStore history) {
        this.desk = desk;
        this.sites = sites;
        this.history = history;
    }

    @GetMapping("/reports")
    List<Report> reports(@RequestParam Instant from, @RequestParam Instant to) {
        desk.mustBeOn();
        check(from, to);
        Map<EvseRef, EvseTotal> totals = totals(from, to);
        List<StoredStrand> strands = sites.strands();
        List<Placement> placements = sites.placements();
        Instant until = to.isAfter(desk.now()) ? desk.now() : to;
        return strands.stream()
                .map(stored -> Report.of(
                        stored.strand(),
                        history.strand(stored.strand().id(), Span.QUARTER_HOUR, from, to),
                        Below.placements(stored.strand().id(), strands, placements),
                        totals,
                        Duration.between(from, until)))
                .toList();
    }

    @GetMapping("/reports.csv")
    ResponseEntity<String> strandsAsFile(@RequestParam Instant from, @RequestParam Instant to) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        rows.add(Arrays.asList(
                "strand",
                "recorded_percent",
                "complete",
                "energy_kwh",
                "utilisation_percent",
                "session_h",
                "waiting_h",
                "curtailed_kwh",
                "highest_quarter_hour_begins_at",
                "highest_quarter_hour_kw"));
        for (Report report : reports(from, to)) {
            Report.Peak peak = report.peaks().isEmpty() ? null : report.peaks().getFirst();
            rows.add(Arrays.asList(
                    report.name(),
                    rounded(report.coveredShare() * 100),
                    report.complete() ? "yes" : "no",
                    Csv.thousandth(report.energyWh()),
                    report.utilisation() == null ? null : rounded(report.utilisation() * 100),
                    rounded(report.sessionS() / SECONDS_AN_HOUR),
                    rounded(report.waitingS() / SECONDS_AN_HOUR),
                    Csv.thousandth(report.curtailedWh()),
                    peak == null ? null : peak.beginsAt(),
                    peak == null ? null : Csv.thousandth(peak.watts())));
        }
        return Csv.file("strands.csv", rows);
    }

    /** EVSE by EVSE. */
    @GetMapping("/reports/evses.csv")
    ResponseEntity<String> evsesAsFile(@RequestParam Instant from, @RequestParam Instant to) {
        desk.mustBeOn();
        check(from, to);
        Map<Integer, Strand> strands = sites.strands().stream()
                .map(StoredStrand::strand)
                .collect(toMap(strand -> strand.id().value(), Function.identity()));
        Map<EvseRef, EvseTotal> totals = totals(from, to);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        rows.add(Arrays.asList(
                "charge_box_id", "evse", "strand", "energy_kwh", "session_h", "waiting_h", "curtailed_kwh"));
        for (Placement placement : sites.placements()) {
            EvseTotal total = totals.get(placement.ref());
            Strand strand = strands.get(placement.strand().value());
            if (total != null && strand != null) {
                rows.add(Arrays.asList(
                        placement.ref().chargeBoxId(),
                        placement.ref().evseId(),
                        strand.name(),
                        rounded(Report.kilowattHours(total, strand)),
                        rounded(total.sessionS() / SECONDS_AN_HOUR),
                        rounded(total.waitingS() / SECONDS_AN_HOUR),
                        rounded(total.curtailedWattSeconds() / SECONDS_AN_HOUR / 1000)));
            }
        }
        return Csv.file("evse-report.csv", rows);
    }

    private Map<EvseRef, EvseTotal> totals(Instant from, Instant to) {
        return history.totals(from, to).stream().collect(toMap(EvseTotal::evse, Function.identity()));
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
    }

    private static void check(Instant from, Instant to) {
        if (!to.isAfter(from) || from.plus(LONGEST).isBefore(to)) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "a report ends after it begins, at most 400 days after");
        }
    }
}
