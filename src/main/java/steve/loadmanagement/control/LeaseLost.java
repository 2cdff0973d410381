/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import steve.loadmanagement.site.StrandId;

/** Another node may have taken the site over: this one must not tell its stations anything, not even less. */
public final class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LeaseLost(StrandId root) {
        super("site " + root + " is controlled by another node");
    }
}
