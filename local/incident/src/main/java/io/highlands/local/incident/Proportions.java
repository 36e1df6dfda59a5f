// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.incident;

/**
 * Whether a share rose from one period to the next, by the pooled two-proportion z-test (NIST/SEMATECH e-Handbook of Statistical
 * Methods, 7.3.3), one-sided.
 */
final class Proportions {

    /** The quantile of the standard normal distribution above which 0.1 % is left. */
    private static final double ONE_IN_A_THOUSAND = 3.090;
    /** The same for 5 %. */
    private static final double ONE_IN_TWENTY = 1.645;

    private Proportions() {
    }

    /**
     * {@return how many standard errors the share lies above that of before; 0 where nothing was counted}
     *
     * @param failed how many failed
     * @param all of how many
     * @param failedBefore how many failed before
     * @param allBefore of how many
     */
    static double z(long failed, long all, long failedBefore, long allBefore) {
        if (all == 0 || allBefore == 0) {
            return 0;
        }
        double pooled = (double) (failed + failedBefore) / (all + allBefore);
        double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / all + 1.0 / allBefore));
        return error == 0 ? 0 : ((double) failed / all - (double) failedBefore / allBefore) / error;
    }

    /** {@return how likely chance alone makes such a difference, in words} */
    static String chance(double z) {
        if (z >= ONE_IN_A_THOUSAND) {
            return "by chance less than once in 1,000";
        }
        return z >= ONE_IN_TWENTY ? "by chance less than once in 20" : "which may be chance";
    }

    static boolean isLikely(double z) {
        return z >= ONE_IN_TWENTY;
    }
}
