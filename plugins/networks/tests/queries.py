"""Questions that several tests ask."""

LIST = """
query ($locale: LocaleCode!, $where: NetworksWhere, $sort: NetworksSort, $first: Int, $after: String) {
  networksOrganisations(locale: $locale, where: $where, sort: $sort, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } nodes { key }
  }
}
"""

ONE = """
query ($locale: LocaleCode!, $key: String, $id: ID, $on: String) {
  networksOrganisation(locale: $locale, key: $key, id: $id) {
    id key summary website { url status }
    name(on: $on) { text language isInLocale notice }
    relations { kind name organisation { key } }
  }
}
"""

LISTING_PAGE = """
query ($path: String!, $first: Int, $after: String) { route(path: $path) { ... on RoutePage { page {
  ... on NetworksListingPage {
    entries(first: $first, after: $after) {
      nodes { name { text kind } organisation { key } } pageInfo { endCursor }
    }
    body { ... on NetworksListingBlock { title organisations { key } } }
  }
} } } }
"""

EVERYTHING = """
query ($locale: LocaleCode!, $first: Int) { networksOrganisations(locale: $locale, first: $first) {
  totalCount nodes {
    id key kind name { text } acronym { text } names { text } summary country updatedAt
    scope { text regions } founded { claims { edtf } } ended { claims { edtf } }
    events { text claims { edtf } }
    relations { kind name organisation { name { text } acronym { text } relations { name } } }
    website { url status } links { url } sources { kind }
} } }
"""
