/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import steve.loadmanagement.capacity.MeterId;
import steve.loadmanagement.capacity.MeterQuantity;
import steve.loadmanagement.capacity.MeterReading;
import steve.loadmanagement.capacity.MeterSettings;
import steve.loadmanagement.capacity.MeterSource;
import steve.loadmanagement.control.ControlLoop;
import steve.loadmanagement.control.DynamicStore;
import steve.loadmanagement.control.GridView;
import steve.loadmanagement.unit.Voltage;

/** Values that a meter sends by itself. It has a door of its own and a token for that meter alone, and no other right. */
@RestController
public class PushController {

    static final String PATH = "/loadmanagement/meters/*/values";

    private static final int MOST_VALUES = 16;

    private final ControlLoop loop;
    private final DynamicStore store;
    private final Clock clock;
    private final Map<MeterSettings, String> tokens = new ConcurrentHashMap<>();

    PushController(ControlLoop loop, DynamicStore store, Clock clock) {
        this.loop = loop;
        this.store = store;
        this.clock = clock;
    }

    /** Takes {@code {"current.L1": 12.3, "power": 4500}} in A and W, import positive. */
    @PostMapping("/loadmanagement/meters/{id}/values")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void values(
            @PathVariable int id,
            @RequestHeader(value = "X-Meter-Token", defaultValue = "") String token,
            @RequestBody Map<String, @Nullable BigDecimal> body) {
        MeterSettings meter = authenticated(new MeterId(id), token);
        if (body.size() > MOST_VALUES) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "too many values");
        }
        Map<MeterQuantity, BigDecimal> values = new EnumMap<>(MeterQuantity.class);
        body.forEach((key, value) -> {
            MeterQuantity quantity = MeterQuantity.ofKey(key);
            if (quantity == null || value == null || Math.abs((long) value.scale()) > MOST_VALUES) {
                throw new ResponseStatusException(
                        HttpStatus.BAD_REQUEST, "values are power, power.L1-3 and current.L1-3, each a number");
            }
            values.put(quantity, value);
        });
        MeterReading reading = MeterReading.of(meter, values, Voltage.NOMINAL, clock.instant());
        loop.on(reading);
        if (reading instanceof MeterReading.Unusable unusable) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, unusable.why());
        }
    }

    /** Whether there is such a meter is nobody's business who has no token for it. */
    private MeterSettings authenticated(MeterId id, String token) {
        for (GridView strand : loop.grid()) {
            for (GridView.MeterView known : strand.meters()) {
                MeterSettings meter = known.meter();
                if (meter.id().equals(id) && meter.source() instanceof MeterSource.HttpPush && holds(meter, token)) {
                    return meter;
                }
            }
        }
        throw new ResponseStatusException(HttpStatus.UNAUTHORIZED, "no such meter, or not its token");
    }

    private boolean holds(MeterSettings meter, String token) {
        String expected = tokens.computeIfAbsent(meter, it -> {
            String stored = store.of(it.id());
            return stored == null ? "" : stored;
        });
        return !expected.isEmpty()
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }
}
