/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package ocpp.cp._2015._10;

import java.math.BigDecimal;

/** The ChargingSchedulePeriod type of OCPP 1.6, under SteVe's name. */
public class ChargingSchedulePeriod {

    private Integer startPeriod;
    private BigDecimal limit;
    private Integer numberPhases;

    public Integer getStartPeriod() {
        return startPeriod;
    }

    public boolean isSetStartPeriod() {
        return startPeriod != null;
    }

    public ChargingSchedulePeriod withStartPeriod(Integer value) {
        this.startPeriod = value;
        return this;
    }

    public BigDecimal getLimit() {
        return limit;
    }

    public boolean isSetLimit() {
        return limit != null;
    }

    public ChargingSchedulePeriod withLimit(BigDecimal value) {
        this.limit = value;
        return this;
    }

    public Integer getNumberPhases() {
        return numberPhases;
    }

    public boolean isSetNumberPhases() {
        return numberPhases != null;
    }

    public ChargingSchedulePeriod withNumberPhases(Integer value) {
        this.numberPhases = value;
        return this;
    }
}
