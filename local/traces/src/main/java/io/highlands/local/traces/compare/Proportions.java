// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.traces.compare;

/**
 * Whether a share is larger in one group than in another, such as in a period and the one before it, one-sided: by the pooled two-proportion z-test (NIST/SEMATECH e-Handbook of
 * Statistical Methods, 7.3.3) where at least 5 of each kind are expected in each group, and by Fisher's exact test otherwise.
 */
public final class Proportions {

    /** How likely chance alone makes such a difference. */
    public enum Certainty {

        CHANCE("which may be chance"), ONE_IN_TWENTY("by chance less than once in 20"), ONE_IN_A_THOUSAND(
                "by chance less than once in 1,000");

        private final String words;

        Certainty(String words) {
            this.words = words;
        }

        /** {@return it as the end of a sentence} */
        public String words() {
            return words;
        }
    }

    /** The quantile of the standard normal distribution above which 0.1 % is left. */
    private static final double Z_ONE_IN_A_THOUSAND = 3.090;
    /** The same for 5 %. */
    private static final double Z_ONE_IN_TWENTY = 1.645;
    private static final double ONE_IN_A_THOUSAND = 0.001;
    private static final double ONE_IN_TWENTY = 0.05;
    /** Below it the normal distribution is too far from the binomial one. */
    private static final double LEAST_EXPECTED = 5;
    /** What later terms of a sum no longer change. */
    private static final double NEGLIGIBLE = 1e-12;
    /** From here on Stirling's series is exact to more than ten digits. */
    private static final int SERIES_FROM = 16;

    private Proportions() {
    }

    /**
     * {@return how sure it is that the share of those that failed, or have anything else in common, is larger than before, or
     * than among others}
     *
     * @param failed how many failed
     * @param all of how many
     * @param failedBefore how many failed before
     * @param allBefore of how many
     */
    public static Certainty of(long failed, long all, long failedBefore, long allBefore) {
        if (all == 0 || allBefore == 0) {
            return Certainty.CHANCE;
        }
        double share = (double) (failed + failedBefore) / (all + allBefore);
        if (Math.min(all, allBefore) * Math.min(share, 1 - share) >= LEAST_EXPECTED) {
            double z = z(failed, all, failedBefore, allBefore);
            return certainty(z >= Z_ONE_IN_TWENTY, z >= Z_ONE_IN_A_THOUSAND);
        }
        double chance = exact(failed, all, failedBefore, allBefore);
        return certainty(chance <= ONE_IN_TWENTY, chance <= ONE_IN_A_THOUSAND);
    }

    private static Certainty certainty(boolean likely, boolean certain) {
        if (certain) {
            return Certainty.ONE_IN_A_THOUSAND;
        }
        return likely ? Certainty.ONE_IN_TWENTY : Certainty.CHANCE;
    }

    /** {@return how many standard errors the share lies above that of before} */
    static double z(long failed, long all, long failedBefore, long allBefore) {
        double pooled = (double) (failed + failedBefore) / (all + allBefore);
        double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / all + 1.0 / allBefore));
        return error == 0 ? 0 : ((double) failed / all - (double) failedBefore / allBefore) / error;
    }

    /** {@return the probability that so many of all failures or more are in the later period, if each is in either by chance} */
    static double exact(long failed, long all, long failedBefore, long allBefore) {
        long failures = failed + failedBefore;
        double term = Math
                .exp(choose(all, failed) + choose(allBefore, failedBefore) - choose(all + allBefore, failures));
        double sum = term;
        long last = Math.min(all, failures);
        for (long now = failed; now < last && term > NEGLIGIBLE * sum; now++) {
            long before = failures - now;
            term *= (double) (all - now) * before / ((double) (now + 1) * (allBefore - before + 1));
            sum += term;
        }
        return sum;
    }

    /** The logarithm of the number of ways to choose. */
    private static double choose(long from, long chosen) {
        return factorial(from) - factorial(chosen) - factorial(from - chosen);
    }

    /** The logarithm of a factorial (NIST Digital Library of Mathematical Functions, 5.11.1). */
    private static double factorial(long number) {
        double n = number;
        if (number >= SERIES_FROM) {
            return n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + 1 / (12 * n) - 1 / (360 * n * n * n);
        }
        double sum = 0;
        for (int factor = 2; factor <= number; factor++) {
            sum += Math.log(factor);
        }
        return sum;
    }
}
