// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.balancer;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PathPatternTest {

    @ParameterizedTest
    @CsvSource({"/, /, true", "/, /time, false", "/time, /time, true", "/time, /time/, false", "/time, /TIME, false",
            "/img/*, /img/, true", "/img/*, /img/a/b.png, true", "/img/*, /img, false", "*, /anything, true",
            "/img/*/pics, /img/a/b/pics, true", "/img/*/pics, /img/pics, false", "/?, /a, true", "/?, /, false",
            "/a?c*, /abcdef, true", "/a?c*, /acdef, false", "/*.png, /a.b.png, true", "/*.png, /a.png.x, false",
            "/a%2Fb, /a%2Fb, true", "/a%2Fb, /a/b, false", "/a.c, /abc, false", "*a*b, /xaxxb, true"})
    void matchesAsTheLoadBalancerDoes(String pattern, String path, boolean matches) {
        assertThat(new PathPattern(pattern).matches(path)).isEqualTo(matches);
    }
}
