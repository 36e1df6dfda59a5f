// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.logging;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;

/**
 * Warns once when {@code launch} gave the JVM an AOT cache and the JVM did not take it, for example because of the flags
 * in {@code HIGHLANDS_JVM_OPTIONS}. The JVM itself goes on without a word on standard output.
 */
final class AotCacheWarning implements ApplicationListener<ApplicationStartedEvent> {

    /** System property that {@code launch} sets to the cache's file together with {@code -XX:AOTCache}. */
    static final String CACHE = "highlands.aot-cache";

    /** HotSpot's way to say that an archive of classes is mapped, in its system property {@code java.vm.info}. */
    private static final String MAPPED = "sharing";
    private static final Logger LOG = LoggerFactory.getLogger(AotCacheWarning.class);

    @Override
    public void onApplicationEvent(ApplicationStartedEvent event) {
        if (unused(System.getProperty(CACHE), System.getProperty("java.vm.info", ""))) {
            LOG.warn("the AOT cache {} does not fit this JVM or its flags: started without it, which takes about twice"
                    + " as long; HIGHLANDS_JVM_OPTIONS=-Xlog:aot says why", System.getProperty(CACHE));
        }
    }

    static boolean unused(String cache, String vmInfo) {
        return cache != null && !vmInfo.contains(MAPPED);
    }
}
