// SPDX-License-Identifier: Apache-2.0
/**
 * Makes the records of {@code template} from a cloud assembly. One class per resource type, each with the checks that AWS
 * makes of it; {@link io.highlands.local.template.reader.PlatformReader} is the way in.
 */
package io.highlands.local.template.reader;
