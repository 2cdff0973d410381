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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import steve.loadmanagement.control.SiteEditor;
import steve.loadmanagement.control.SiteEditor.KnownStations;
import steve.loadmanagement.control.SiteStore.StoredStrand;
import steve.loadmanagement.history.AuditLog.Action;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Placement;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.site.StrandId;

/** Strands and the EVSEs on them: add, change, delete, assign; and what would come of it. */
@RestController
@RequestMapping({Api.PAGE, Api.MACHINES})
public class SiteController {

    private final FrontDesk desk;
    private final SiteEditor sites;
    private final KnownStations stations;
    private final States states;

    SiteController(FrontDesk desk, SiteEditor sites, KnownStations stations, States states) {
        this.desk = desk;
        this.sites = sites;
        this.stations = stations;
        this.states = states;
    }

    /** The id of a new strand. */
    record Created(int id) {}

    /** A station and the EVSEs of it that can be assigned. */
    record Station(String chargeBoxId, List<Integer> evses) {}

    /** Its ETag is its version. */
    @GetMapping("/strands/{id}")
    ResponseEntity<StrandView> strand(@PathVariable int id) {
        desk.mustBeOn();
        StoredStrand stored = stored(id);
        return ResponseEntity.ok()
                .eTag(String.valueOf(stored.version()))
                .body(StrandView.of(stored, states.live().get(stored.strand().id())));
    }

    @PostMapping("/strands")
    @ResponseStatus(HttpStatus.CREATED)
    Created add(@RequestBody StrandForm form, @Nullable Principal who) {
        desk.mustBeOn();
        Strand strand = form.strand(SiteEditor.NEW);
        int id = sites.add(strand).value();
        desk.write(who, Action.STRAND_ADDED, strand.name(), Changes.of(null, strand));
        return new Created(id);
    }

    /** Needs the version that was loaded, in the form or as If-Match. */
    @PutMapping("/strands/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(
            @PathVariable int id,
            @RequestBody StrandForm form,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @Nullable Principal who) {
        desk.mustBeOn();
        Strand before = stored(id).strand();
        Strand strand = form.strand(new StrandId(id));
        sites.change(strand, version(form, match));
        desk.write(who, Action.STRAND_CHANGED, strand.name(), Changes.of(before, strand));
    }

    private static int version(StrandForm form, @Nullable String match) {
        if (form.version() != null) {
            return form.version();
        }
        if (match == null) {
            throw new ResponseStatusException(
                    HttpStatus.PRECONDITION_REQUIRED, "say which version you change: version, or If-Match");
        }
        try {
            return Integer.parseInt(match.replace("W/", "").replace("\"", "").strip());
        } catch (NumberFormatException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "If-Match is the ETag of the strand", e);
        }
    }

    @DeleteMapping("/strands/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable int id, @Nullable Principal who) {
        desk.mustBeOn();
        Strand strand = stored(id).strand();
        sites.delete(strand.id());
        desk.write(who, Action.STRAND_DELETED, strand.name(), Changes.of(strand, null));
    }

    /** What would come of that strand; nothing is stored. */
    @PostMapping("/strands/check")
    Plausibility check(@RequestParam(required = false) @Nullable Integer id, @RequestBody StrandForm form) {
        desk.mustBeOn();
        StrandId strand = id == null ? SiteEditor.NEW : stored(id).strand().id();
        return Plausibility.of(
                sites.draft(form.strand(strand)), strand, states.live().get(strand));
    }

    @PostMapping("/evses")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void place(@RequestBody List<EvseForm> forms, @Nullable Principal who) {
        desk.mustBeOn();
        List<Placement> placements = EvseForm.placements(forms);
        sites.place(placements);
        placements.forEach(placement ->
                desk.write(who, Action.EVSES_ASSIGNED, placement.ref().toString(), Changes.of(placement)));
    }

    @DeleteMapping("/evses")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@RequestParam String chargeBoxId, @RequestParam int evseId, @Nullable Principal who) {
        desk.mustBeOn();
        EvseRef evse = new EvseRef(chargeBoxId, evseId);
        sites.remove(evse);
        desk.write(who, Action.EVSE_TAKEN_OFF, evse.toString(), "its profiles are cleared: it charges without limit");
    }

    @GetMapping("/stations")
    List<Station> stations() {
        List<Station> known = new ArrayList<>();
        for (Map.Entry<String, List<Integer>> station : stations.evses().entrySet()) {
            Set<Integer> evses = new TreeSet<>(station.getValue());
            evses.add(1);
            known.add(new Station(station.getKey(), List.copyOf(evses)));
        }
        return known;
    }

    private StoredStrand stored(int id) {
        return sites.strands().stream()
                .filter(stored -> stored.strand().id().value() == id)
                .findFirst()
                .orElseThrow(() -> FrontDesk.notFound("strand " + id));
    }
}
