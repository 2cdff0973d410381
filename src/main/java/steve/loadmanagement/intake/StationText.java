/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.intake;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** What a station wrote: SteVe escapes all texts of OCPP-J for its pages before anybody sees them. */
final class StationText {

    private StationText() {}

    static @Nullable String plain(@Nullable String escaped) {
        return escaped == null || escaped.indexOf('&') < 0 ? escaped : HtmlUtils.htmlUnescape(escaped);
    }
}
