/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package de.rwth.idsg.steve.web.dto.ocpp;

import de.rwth.idsg.steve.repository.dto.ChargePointSelect;
import java.util.List;

/** Any number of stations; to be filled before the task is made. */
public class MultipleChargePointSelect implements ChargePointSelection {

    private List<ChargePointSelect> chargePointSelectList = List.of();

    @Override
    public List<ChargePointSelect> getChargePointSelectList() {
        return chargePointSelectList;
    }

    @Override
    public void setChargePointSelectList(List<ChargePointSelect> chargePointSelectList) {
        this.chargePointSelectList = chargePointSelectList;
    }
}
