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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.joda.time.DateTime;

/** The ChargingSchedule type of OCPP 1.6, under SteVe's name. */
public class ChargingSchedule {

    private Integer duration;
    private DateTime startSchedule;
    private ChargingRateUnitType chargingRateUnit;
    private List<ChargingSchedulePeriod> chargingSchedulePeriod;
    private BigDecimal minChargingRate;

    public Integer getDuration() {
        return duration;
    }

    public boolean isSetDuration() {
        return duration != null;
    }

    public ChargingSchedule withDuration(Integer value) {
        this.duration = value;
        return this;
    }

    public DateTime getStartSchedule() {
        return startSchedule;
    }

    public boolean isSetStartSchedule() {
        return startSchedule != null;
    }

    public ChargingSchedule withStartSchedule(DateTime value) {
        this.startSchedule = value;
        return this;
    }

    public ChargingRateUnitType getChargingRateUnit() {
        return chargingRateUnit;
    }

    public boolean isSetChargingRateUnit() {
        return chargingRateUnit != null;
    }

    public ChargingSchedule withChargingRateUnit(ChargingRateUnitType value) {
        this.chargingRateUnit = value;
        return this;
    }

    public List<ChargingSchedulePeriod> getChargingSchedulePeriod() {
        if (chargingSchedulePeriod == null) {
            chargingSchedulePeriod = new ArrayList<>();
        }
        return chargingSchedulePeriod;
    }

    public ChargingSchedule withChargingSchedulePeriod(ChargingSchedulePeriod... values) {
        Collections.addAll(getChargingSchedulePeriod(), values);
        return this;
    }

    public BigDecimal getMinChargingRate() {
        return minChargingRate;
    }

    public boolean isSetMinChargingRate() {
        return minChargingRate != null;
    }

    public ChargingSchedule withMinChargingRate(BigDecimal value) {
        this.minChargingRate = value;
        return this;
    }
}
