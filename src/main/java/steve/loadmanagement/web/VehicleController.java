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
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import steve.loadmanagement.control.ControlLoop;
import steve.loadmanagement.control.Vehicles;
import steve.loadmanagement.demand.VehicleNeed;
import steve.loadmanagement.fact.IdTag;
import steve.loadmanagement.unit.Current;

/** What vehicles need: list, add, withdraw. */
@RestController
@RequestMapping({Api.PAGE, Api.MACHINES})
public class VehicleController {

    private final Vehicles vehicles;
    private final ControlLoop loop;

    VehicleController(Vehicles vehicles, ControlLoop loop) {
        this.vehicles = vehicles;
        this.loop = loop;
    }

    /**
     * A need.
     *
     * @param id only on the way out
     * @param tags a tag, or the beginning of tags with a * at its end
     * @param minimumMa 6000 to 32000; left out: as the EVSE
     */
    record NeedForm(
            @Nullable Integer id, String tags, @Nullable Integer minimumMa, boolean neverPause, boolean wakePulse) {}

    @GetMapping("/vehicles")
    List<NeedForm> all() {
        return vehicles.stored().stream()
                .map(stored -> new NeedForm(
                        stored.id(),
                        stored.need().tags().reveal(),
                        Milliamps.of(stored.need().minimum()),
                        stored.need().neverPause(),
                        stored.need().wakePulse()))
                .toList();
    }

    @PostMapping("/vehicles")
    @ResponseStatus(HttpStatus.CREATED)
    int add(@RequestBody NeedForm form) {
        if (form.tags() == null || form.tags().isBlank()) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_CONTENT, "a need is of a tag, or of tags that begin alike");
        }
        try {
            int id = vehicles.add(new VehicleNeed(
                    new IdTag(form.tags().strip()),
                    form.minimumMa() == null ? null : Current.ofMilliamps(form.minimumMa()),
                    form.neverPause(),
                    form.wakePulse()));
            loop.changed();
            return id;
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, e.getMessage(), e);
        }
    }

    @DeleteMapping("/vehicles/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable int id) {
        if (!vehicles.withdraw(id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no need " + id);
        }
        loop.changed();
    }
}
