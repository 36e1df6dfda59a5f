// SPDX-License-Identifier: Apache-2.0
/** CloudWatch's search expressions: which metrics a query means. */
package io.highlands.cloudwatch.model.search;
