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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What changed from one state to the next, as JSON: the strands and EVSEs that differ, whole. For one thread. */
final class Difference {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Map<String, String> known = Map.of();
    private boolean isNew = true;

    static String whole(StateView state) {
        return MAPPER.writeValueAsString(state);
    }

    /** Null: something came or went, or nothing was told yet; then the whole state is to be told. */
    @Nullable
    String to(StateView state) {
        Map<String, String> now = new HashMap<>();
        List<String> strands = new ArrayList<>();
        List<String> evses = new ArrayList<>();
        for (StrandView strand : state.strands()) {
            add("strand " + strand.id(), MAPPER.writeValueAsString(strand), now, strands);
        }
        for (EvseView evse : state.evses()) {
            add(evse.chargeBoxId() + "/" + evse.evseId(), MAPPER.writeValueAsString(evse), now, evses);
        }
        boolean isSame = !isNew && state.on() && now.keySet().equals(known.keySet());
        known = now;
        isNew = !state.on();
        return isSame
                ? "{\"at\":\"" + state.at() + "\",\"strands\":[" + String.join(",", strands) + "],\"evses\":["
                        + String.join(",", evses) + "],\"alarms\":" + MAPPER.writeValueAsString(state.alarms()) + "}"
                : null;
    }

    private void add(String key, String json, Map<String, String> now, List<String> changed) {
        now.put(key, json);
        if (!json.equals(known.get(key))) {
            changed.add(json);
        }
    }
}
