// SPDX-License-Identifier: Apache-2.0
/**
 * What keeps a caller's pattern or query from taking more time and memory than its share: an engine of regular expressions whose
 * time grows linearly with the text, and the limit of one query.
 */
package io.highlands.local.logs.bounds;
