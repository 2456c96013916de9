"""Two layers of terms: a publisher's own, and the licence or other terms that they take over."""

from compliance.model.terms import Terms


def take_over(terms: Terms, base: Terms) -> Terms:
    """Terms with the demands of a base, but for the kinds that they ask for, or allow, themselves without a condition."""
    taken = {kind for requirement in terms.requirements if requirement.when is None for kind in requirement.kinds}
    ids = {requirement.id for requirement in terms.requirements}
    inherited = []
    for requirement in base.requirements:
        if requirement.kinds & taken:
            continue
        name = f"{terms.id}/{requirement.id.partition('/')[2]}"
        name = next(each for each in (name, *(f"{name}-{number}" for number in range(2, len(ids) + 3))) if each not in ids)
        ids.add(name)
        inherited.append(requirement._replace(id=name, layer=base.id))
    return terms._replace(requirements=(*terms.requirements, *inherited), unchecked=(*terms.unchecked, *base.unchecked))
