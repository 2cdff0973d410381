/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import steve.loadmanagement.control.SiteEditor;
import steve.loadmanagement.site.Placement;
import steve.loadmanagement.site.StrandId;

/** Assignments as a table: out, and a look at what a table would change. */
@RestController
@RequestMapping({Api.PAGE, Api.MACHINES})
public class TransferController {

    private final FrontDesk desk;
    private final SiteEditor sites;

    TransferController(FrontDesk desk, SiteEditor sites) {
        this.desk = desk;
        this.sites = sites;
    }

    @GetMapping("/evses.csv")
    ResponseEntity<String> file() {
        desk.mustBeOn();
        Map<StrandId, String> names = new HashMap<>();
        sites.strands()
                .forEach(stored ->
                        names.put(stored.strand().id(), stored.strand().name()));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        rows.add(new ArrayList<>(EvseImport.COLUMNS));
        for (Placement placement : sites.placements()) {
            rows.add(Arrays.asList(
                    placement.ref().chargeBoxId(),
                    placement.ref().evseId(),
                    names.get(placement.strand()),
                    placement.wiring().name(),
                    Csv.thousandth(placement.rating().milliamps()),
                    Csv.thousandth(placement.minimum().milliamps()),
                    Csv.thousandth(Milliamps.of(placement.ownFallback())),
                    placement.weight(),
                    placement.controllable() ? "yes" : "no",
                    placement.neverPause() ? "yes" : "no"));
        }
        return Csv.file("evses.csv", rows);
    }

    /** What the table would change; nothing is stored. */
    @PostMapping(
            value = "/evses/preview",
            consumes = {MediaType.TEXT_PLAIN_VALUE, "text/csv"})
    EvseImport preview(@RequestBody String text) {
        desk.mustBeOn();
        return EvseImport.of(text, sites);
    }
}
