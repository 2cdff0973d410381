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
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import steve.loadmanagement.capacity.MeterId;
import steve.loadmanagement.capacity.MeterSettings;
import steve.loadmanagement.capacity.MeterSource;
import steve.loadmanagement.control.DynamicStore;
import steve.loadmanagement.control.MeterTest;
import steve.loadmanagement.history.AuditLog.Action;
import steve.loadmanagement.site.InvalidSite;
import steve.loadmanagement.site.Problem;

/** Grid meters: what they say; list, test, add, change, delete. */
@RestController
@RequestMapping({Api.PAGE, Api.MACHINES})
public class MeterController {

    private static final int TOKEN_BYTES = 24;

    private final Guard guard;
    private final FrontDesk desk;
    private final DynamicStore store;
    private final MeterTest test;
    private final Map<String, String> registerMaps;
    private final SecureRandom random = new SecureRandom();

    MeterController(Guard guard, FrontDesk desk, DynamicStore store, MeterTest test, Map<String, String> registerMaps) {
        this.guard = guard;
        this.desk = desk;
        this.store = store;
        this.test = test;
        this.registerMaps = registerMaps;
    }

    /** What is measured at each strand, and what follows from it. */
    @GetMapping("/grid")
    List<DynamicView> grid() {
        guard.mustBeOn();
        return guard.loop().grid().stream().map(DynamicView::of).toList();
    }

    /**
     * A stored meter. Its secret is never shown.
     *
     * @param meter as it may come back in a change
     * @param newest what came from it last
     */
    record StoredMeter(int id, MeterForm meter, MeterView newest) {}

    /**
     * A new meter.
     *
     * @param token what pushes its values must present it; shown this once; null: not needed
     */
    record Added(int id, @Nullable String token) {}

    @GetMapping("/meters")
    List<StoredMeter> meters() {
        guard.mustBeOn();
        return store.read().meters().stream()
                .map(meter -> new StoredMeter(meter.id().value(), WrittenMeter.of(meter), newest(meter)))
                .toList();
    }

    private MeterView newest(MeterSettings meter) {
        return guard.loop().grid().stream()
                .flatMap(strand -> strand.meters().stream())
                .filter(known -> known.meter().id().equals(meter.id()))
                .map(known -> MeterView.of(known.newest()))
                .findFirst()
                .orElseGet(() -> MeterView.of(null));
    }

    /** The kinds of Modbus meters that come along: name and title. */
    @GetMapping("/meters/register-maps")
    Map<String, String> registerMaps() {
        return registerMaps;
    }

    /**
     * The live values of a meter before it is stored.
     *
     * @param id of a stored meter: its secret is used where none is given and the address is as it was
     */
    @PostMapping("/meters/test")
    MeterView test(@RequestBody MeterForm form, @RequestParam(required = false) @Nullable Integer id) {
        guard.mustBeOn();
        MeterSettings meter = form.meter(new MeterId(0), registerMaps.keySet());
        String secret = form.secret();
        if (secret == null && id != null) {
            MeterSettings before = stored(id);
            mustKeepItsDoor(before, meter);
            secret = store.of(before.id());
        }
        return MeterView.of(test.test(meter, secret));
    }

    @PostMapping("/meters")
    @ResponseStatus(HttpStatus.CREATED)
    Added add(@RequestBody MeterForm form, @Nullable Principal who) {
        MeterSettings meter = form.meter(new MeterId(0), registerMaps.keySet());
        guard.mustExist(meter.strand().value());
        String token = meter.source() instanceof MeterSource.HttpPush ? token() : null;
        int id = store.insert(meter, token == null ? form.secret() : token).value();
        guard.loop().changed();
        desk.write(who, Action.METER_ADDED, meter.name(), WrittenMeter.summary(meter));
        return new Added(id, token);
    }

    private String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @PutMapping("/meters/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@PathVariable int id, @RequestBody MeterForm form, @Nullable Principal who) {
        MeterSettings meter = form.meter(new MeterId(id), registerMaps.keySet());
        guard.mustExist(meter.strand().value());
        MeterSettings before = stored(id);
        boolean isPush = meter.source() instanceof MeterSource.HttpPush;
        if (isPush != before.source() instanceof MeterSource.HttpPush) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "a meter that is pushed has a token of its own: add a new one instead");
        }
        if (form.secret() == null) {
            mustKeepItsDoor(before, meter);
        }
        if (!store.update(meter, isPush ? null : form.secret())) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "the meter was changed by somebody else meanwhile: load it again");
        }
        guard.loop().changed();
        desk.write(who, Action.METER_CHANGED, meter.name(), WrittenMeter.summary(meter));
    }

    private MeterSettings stored(int id) {
        return store.read().meters().stream()
                .filter(known -> known.id().value() == id)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no meter " + id));
    }

    /** A stored password goes nowhere but where it was meant to go. */
    private void mustKeepItsDoor(MeterSettings before, MeterSettings after) {
        boolean hasSecret = store.of(before.id()) != null;
        if (hasSecret && !WrittenMeter.door(before).equals(WrittenMeter.door(after))) {
            throw new InvalidSite(List.of(new Problem(
                    after.name(),
                    "secret",
                    "the address, the user or the certificate is another one: give the password again")));
        }
    }

    @DeleteMapping("/meters/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable int id, @Nullable Principal who) {
        guard.mustBeOn();
        MeterSettings before = stored(id);
        guard.mustHaveBeen(store.delete(before.id()), "meter " + id);
        guard.loop().changed();
        desk.write(who, Action.METER_DELETED, before.name(), WrittenMeter.summary(before));
    }
}
