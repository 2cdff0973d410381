/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.install;

import java.util.List;

/**
 * What a check found.
 *
 * @param lines all of it, in words
 * @param fits whether the plugin will work there
 * @param obstacles what must change before it does; empty if it fits
 */
record Findings(List<String> lines, boolean fits, List<String> obstacles) {}
