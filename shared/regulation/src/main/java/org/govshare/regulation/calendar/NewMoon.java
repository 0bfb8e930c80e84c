package org.govshare.regulation.calendar;

/**
 * Moments of new moon by the series in J. Meeus, "Astronomical Algorithms" (2nd edition), chapter 49: good to some
 * seconds in our centuries.
 */
final class NewMoon {
    static final double SYNODIC_MONTH = 29.530588861;

    /** Amplitude in days, power of the eccentricity factor, multiples of the arguments M, M' and F. */
    private static final double[][] TERMS = {
        {-0.40720, 0, 0, 1, 0},
        {0.17241, 1, 1, 0, 0},
        {0.01608, 0, 0, 2, 0},
        {0.01039, 0, 0, 0, 2},
        {0.00739, 1, -1, 1, 0},
        {-0.00514, 1, 1, 1, 0},
        {0.00208, 2, 2, 0, 0},
        {-0.00111, 0, 0, 1, -2},
        {-0.00057, 0, 0, 1, 2},
        {0.00056, 1, 1, 2, 0},
        {-0.00042, 0, 0, 3, 0},
        {0.00042, 1, 1, 0, 2},
        {0.00038, 1, 1, 0, -2},
        {-0.00024, 1, -1, 2, 0},
        {-0.00007, 0, 2, 1, 0},
        {0.00004, 0, 0, 2, -2},
        {0.00004, 0, 3, 0, 0},
        {0.00003, 0, 1, 1, -2},
        {0.00003, 0, 0, 2, 2},
        {-0.00003, 0, 1, 1, 2},
        {0.00003, 0, -1, 1, 2},
        {-0.00002, 0, -1, 1, -2},
        {-0.00002, 0, 1, 3, 0},
        {0.00002, 0, 0, 4, 0}
    };

    /** Planets: amplitude in days, phase in degrees, degrees per lunation. */
    private static final double[][] PLANETS = {
        {0.000325, 299.77, 0.107408},
        {0.000165, 251.88, 0.016321},
        {0.000164, 251.83, 26.651886},
        {0.000126, 349.42, 36.412478},
        {0.000110, 84.66, 18.206239},
        {0.000062, 141.74, 53.303771},
        {0.000060, 207.14, 2.453732},
        {0.000056, 154.84, 7.306860},
        {0.000047, 34.52, 27.261239},
        {0.000042, 207.19, 0.121824},
        {0.000040, 291.34, 1.844379},
        {0.000037, 161.72, 24.198154},
        {0.000035, 239.56, 25.513099},
        {0.000023, 331.55, 3.592518}
    };

    private NewMoon() {}

    /** Julian day, in terrestrial time, of the new moon with the number k; 0 is the first of the year 2000. */
    static double at(long k) {
        var t = k / 1236.85;
        var mean = 2451550.09766 + SYNODIC_MONTH * k + 0.00015437 * t * t;
        var eccentricity = 1 - 0.002516 * t - 0.0000074 * t * t;
        var sun = 2.5534 + 29.10535670 * k - 0.0000014 * t * t;
        var moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t;
        var latitude = 160.7108 + 390.67050284 * k - 0.0016118 * t * t;
        var node = 124.7746 - 1.56375588 * k + 0.0020672 * t * t;
        var correction = -0.00017 * sine(node);
        for (var term : TERMS) {
            var argument = term[2] * sun + term[3] * moon + term[4] * latitude;
            correction += term[0] * Math.pow(eccentricity, term[1]) * sine(argument);
        }
        for (var planet : PLANETS) {
            var quadratic = planet == PLANETS[0] ? -0.009173 * t * t : 0;
            correction += planet[0] * sine(planet[1] + planet[2] * k + quadratic);
        }
        return mean + correction;
    }

    private static double sine(double degrees) {
        return Math.sin(Math.toRadians(degrees));
    }
}
