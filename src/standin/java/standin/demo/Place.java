/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package standin.demo;

import java.util.List;
import standin.station.SimulatedStation;
import standin.vehicle.Vehicle;

/**
 * A station on the strand, the car that will come to it, and when.
 *
 * @param wiring which grid phase, 0 to 2, lies behind each conductor
 * @param arrivalS seconds after the start
 */
record Place(SimulatedStation station, List<Integer> wiring, Vehicle car, int arrivalS) {

    /** The name of its wiring in the plugin's words. */
    String wiringName() {
        StringBuilder name = new StringBuilder();
        wiring.forEach(phase -> name.append('L').append(phase + 1));
        return name.toString();
    }

    /** What its car really draws on that grid phase, A. */
    double ampsOn(int gridPhase) {
        return station.vehicle() == null ? 0 : car.ampsOn(wiring.indexOf(gridPhase) + 1);
    }

    double watts() {
        return station.vehicle() == null ? 0 : car.watts();
    }
}
