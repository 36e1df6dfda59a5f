// SPDX-License-Identifier: Apache-2.0
/** What calls that are made to occupy or end the process cost the requests of users. */
package io.highlands.local.bench.hostile;
