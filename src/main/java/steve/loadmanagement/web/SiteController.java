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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import steve.loadmanagement.control.ControlLoop;
import steve.loadmanagement.control.SiteEditor;
import steve.loadmanagement.control.SiteEditor.KnownStations;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.StrandId;

/** Strands and the EVSEs on them: add, change, delete, assign. */
@RestController
@RequestMapping({Api.PAGE, Api.MACHINES})
public class SiteController {

    private final ControlLoop loop;
    private final SiteEditor sites;
    private final KnownStations stations;

    SiteController(ControlLoop loop, SiteEditor sites, KnownStations stations) {
        this.loop = loop;
        this.sites = sites;
        this.stations = stations;
    }

    /** The id of a new strand. */
    record Created(int id) {}

    /** A station and the EVSEs of it that can be assigned. */
    record Station(String chargeBoxId, List<Integer> evses) {}

    @PostMapping("/strands")
    @ResponseStatus(HttpStatus.CREATED)
    Created add(@RequestBody StrandForm form) {
        mustBeOn();
        return new Created(sites.add(form.strand(SiteEditor.NEW)).value());
    }

    @PutMapping("/strands/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@PathVariable int id, @RequestBody StrandForm form) {
        mustBeOn();
        mustExist(id);
        sites.change(form.strand(new StrandId(id)), form.version() == null ? 0 : form.version());
    }

    @DeleteMapping("/strands/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable int id) {
        mustBeOn();
        mustExist(id);
        sites.delete(new StrandId(id));
    }

    @PostMapping("/evses")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void place(@RequestBody List<EvseForm> forms) {
        mustBeOn();
        sites.place(EvseForm.placements(forms));
    }

    @DeleteMapping("/evses")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@RequestParam String chargeBoxId, @RequestParam int evseId) {
        mustBeOn();
        sites.remove(new EvseRef(chargeBoxId, evseId));
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

    private void mustBeOn() {
        ControlLoop.Status status = loop.status();
        if (!status.isOn()) {
            throw new ResponseStatusException(
                    HttpStatus.SERVICE_UNAVAILABLE, "load management is off: " + status.why());
        }
    }

    private void mustExist(int strand) {
        if (sites.strands().stream().noneMatch(stored -> stored.strand().id().value() == strand)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no strand " + strand);
        }
    }
}
