"""One clause read for wishes about a person: what is changed, and whether it is somebody's."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from toile.adapters.language.built_in.flags.alteration_words import (
    Wish,
    alone_of,
    group_of,
    stirring,
)
from toile.adapters.language.built_in.flags.impersonal import of_somebody
from toile.adapters.language.built_in.people.known_people import is_first_name
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.word_groups import Stretch

_WORN = ("g", "h", "b", "j")
_WITH = frozenset(("with", "mit", "avec", "con", "med", "by"))
_NAMED = ("person", "someone")
_SOMEBODY = (*_NAMED, "model", "clitic")
_WIDEST_GAP = 6
_REACH = 4
_AROUND = 8


@dataclass(frozen=True)
class Reading:
    """One clause in one language; a part and its change must be of the same."""

    page: Page
    start: int
    end: int
    language: str
    people: frozenset[str]
    chosen: bool
    edited: bool = False
    _found: dict[str, list[Stretch]] = field(default_factory=dict)

    @cached_property
    def may_wish(self) -> bool:
        """Whether any word here could begin a wish."""
        return stirring(self.language).begins(self.page, self.start, self.end)

    def alone(self, code: str) -> Iterator[Stretch]:
        """Yield the phrases that are a wish by themselves, not where a garment is spoken of."""
        for start, end in alone_of(self.language, code).within(self.page, self.start, self.end):
            if not self._of_a_thing(start, end):
                yield start, end

    def objects(self, wish: Wish) -> Iterator[Stretch]:
        """Yield the changes whose object is the part, whichever of the two stands first."""
        for change in self.changes(wish):
            for part in self.parts(wish):
                if self._takes(wish, change, part):
                    yield change

    def carried(self, wish: Wish, earlier: "Reading") -> Iterator[Stretch]:
        """Yield the changes whose part stands in the clause before, or the other way round.

        "He has a bit of a gut, tuck it in"; "bring her up a stop, just the skin"; "her skin,
        lighter"; "the arms in 3, make them longer".
        """
        if wish.part in _SOMEBODY:
            return
        bodily = self.chosen and not wish.owned and earlier._is_only(wish.part)
        parts = earlier.parts(wish) if earlier.is_personal or bodily else []
        if any(not earlier._of_a_thing(*part) for part in parts):
            made = word_set("alterations.make")  # "Make them look up" turns no eyes blue.
            for change in (c for c in self.changes(wish) if self.page.form(c[0]) not in made):
                for it in group_of(self.language, "it").within(self.page, self.start, self.end):
                    first, second = sorted((change, it))
                    if first[1] <= second[0] and self._joined(first[1], second[0]):
                        yield change
        whose = earlier.is_personal or self.is_personal or wish.part == "skin"
        if (whose or bodily) and not wish.owned and earlier._is_only(wish.part):
            yield from (change for change in self.changes(wish) if self._is_all(change))
        if whose and self._is_only(wish.part):
            changed = [c for c in earlier.changes(wish) if not earlier._of_a_thing(*c)]
            # "Just the skin" tells what alone was meant before, "her skin too" adds to it.
            forms = {self.page.form(place) for place in range(self.start, self.end)}
            adds = forms & word_set("people.also")
            yield from (self.parts(wish)[0] for _ in changed) if adds else changed

    def changes(self, wish: Wish) -> list[Stretch]:
        found = self._said(wish.change)
        if wish.change != "amount":
            return found
        shaped = group_of(self.language, "reshape")  # "plus fine" is no "plus".
        return [(one, end) for one, end in found if shaped.at(self.page, one, self.end) <= end]

    def _is_all(self, change: Stretch) -> bool:
        """Whether a clause is nothing but a change and the number of a shot."""
        return self._joined(self.start, change[0]) and self._joined(change[1], self.end)

    def _is_only(self, part: str) -> bool:
        """Whether a clause is nothing but a part: "just the skin", "is the skin in 4 dark"."""
        small = group_of(self.language, "gap", "only", part)
        place = self.start
        while place < self.end:
            stop = small.at(self.page, place, self.end)
            if stop == place and not (self.chosen and self._is_of_a_shot(place)):
                return False
            place = max(stop, place + 1)
        return bool(group_of(self.language, part).within(self.page, self.start, self.end))

    def _is_of_a_shot(self, place: int) -> bool:
        """Whether a word says in which shot a part is, or what it is asked to be: "in 4 dark"."""
        beside = word_set("alterations.within") | word_set("alterations.is_so")
        return self.page.tokens[place].text.isdecimal() or self.page.form(place) in beside

    def _takes(self, wish: Wish, change: Stretch, part: Stretch) -> bool:
        """Whether a change is of a part, and of a part of somebody."""
        first, second = sorted((change, part))
        if wish.ahead and first is not change:
            return False
        if first[1] > second[0] or not self._joined(first[1], second[0]):
            return False
        if wish.part == "model" and first is change and first[1] == second[0]:
            return False  # "A taller model" says who is looked for.
        if wish.part == "clitic" and not self._is_pronoun(part):
            return False
        if wish.code == "NUDITY" and not self._is_of_somebody(change, part):
            return False
        if self.page.first(part[0], *_WORN):
            return False  # "Ta bort halsduken": a scarf is no neck, a "ryggsäck" no back.
        settled = self.chosen or self._is_made or self._has_name
        if (wish.casting and not settled) or (wish.made and not self._is_made):
            return False
        if wish.owned and (self._is_lit or not self.is_personal):
            return False
        make_up = self._is_make_up(first[0], second[1])
        return not make_up and not self._of_a_thing(first[0], part[1], second[1])

    def _is_of_somebody(self, change: Stretch, part: Stretch) -> bool:
        """Whether "nude" is said of who is pictured; in a brief it is a colour: "Nude and Iris"."""
        placed = self.page.form(change[1]) in word_set("naming.in")
        pictured = placed and self._is_pictured(part[0])  # "Pictures of Nora nude on the beach".
        return (self.chosen or pictured) and not self._is_of_a_part(change)

    def _is_of_a_part(self, change: Stretch) -> bool:
        """Whether "nude" is said of lips or shoulders alone."""
        parts = group_of(self.language, "feature", "body")
        made_up = self.page.span_at(change[0], "hmu")
        return parts.at(self.page, change[1], self.end) > change[1] or made_up is not None

    def _is_pronoun(self, part: Stretch) -> bool:
        """Whether "la" stands for somebody: "rajeunis-la", not "rajeunis la 3"."""
        place, end = part
        joined = self.page.text[self.page.tokens[place].start - 1] == "-"
        return (
            joined
            or end == self.end
            or group_of(self.language, "gap").at(self.page, end, self.end) > end
        )

    @cached_property
    def _has_name(self) -> bool:
        """Whether somebody is called by name, known or not: "the model Amara"."""
        return any(map(self._is_somebody, range(self.start, self.end)))

    @cached_property
    def _is_made(self) -> bool:
        """Whether somebody is to be changed: "make", "in post"."""
        words = {self.page.form(p) for p in range(self.start, self.end)}
        return bool(words & word_set("alterations.make"))

    @cached_property
    def _is_lit(self) -> bool:
        """Whether light is spoken of around: "her face a bit darker, more shadow"."""
        start = max(0, self.start - _AROUND)
        end = min(len(self.page.tokens), self.end + _AROUND)
        forms = {self.page.form(p) for p in range(start, end)}
        return bool(forms & word_set("alterations.lit")) or self.page.has(start, end, "light")

    def _is_make_up(self, start: int, end: int) -> bool:
        """Whether "bronzed skin" is a look that is asked for, not skin that is to be bronzed."""
        span = self.page.span_at(start, "hmu")
        asked = word_set("alterations.make") & {self.page.form(p) for p in range(self.start, start)}
        return span is not None and span.end >= end and not asked

    def parts(self, wish: Wish) -> list[Stretch]:
        found = of_somebody(self.page, self._said(wish.part))
        if wish.part not in _NAMED:
            return found
        bare = wish.code == "NUDITY"  # "A portrait of Nora nude" is of her.
        places = range(self.start, self.end)
        named = [(p, p + 1) for p in places if self._is_meant(p) or (bare and self._is_pictured(p))]
        return [*found, *named]

    def _said(self, group: str) -> list[Stretch]:
        """Return where words of a group stand; several wishes have a part or a change in common."""
        if group not in self._found:
            words = group_of(self.language, group)
            self._found[group] = words.within(self.page, self.start, self.end)
        return self._found[group]

    def _is_meant(self, place: int) -> bool:
        """Whether a name stands for the person: not in "Ines's teeth", "la photo d'Ines"."""
        token = self.page.tokens[place]
        owns = self.page.text[token.end : token.end + 2] in ("'s", "’s")
        return token.form in self.people and not owns and not self._is_pictured(place)

    def _is_pictured(self, place: int) -> bool:
        """Whether a name tells whose picture it is: "la photo d'Ines"."""
        of = self.page.form(place - 1) in word_set("people.of") | {"d", "pa"}
        noun = self.page.form(place - 2)
        picture = {noun, noun.removesuffix("s")} & word_set("copied_pictures.picture")
        return of and bool(picture) and self._is_somebody(place)

    def _is_somebody(self, place: int) -> bool:
        return self._is_named(place) or is_first_name(self.page.tokens[place])

    def _is_named(self, place: int) -> bool:
        """Whether a token is somebody's first name, also in "Ines's" and "Amaras"."""
        name = self.page.form(place).partition("'")[0]
        return name in self.people or name.removesuffix("s") in self.people

    @cached_property
    def is_personal(self) -> bool:
        """Whether the clause speaks of somebody: "her", "Noor's"."""
        owners = group_of(self.language, "person", "whose")
        named = any(map(self._is_named, range(self.start, self.end)))
        return named or bool(owners.within(self.page, self.start, self.end))

    def is_of(self, earlier: "Reading") -> bool:
        """Whether "them" stands for things before: "the earrings, make them smaller"."""
        them = group_of(self.language, "it").within(self.page, self.start, self.end)
        someone = group_of(self.language, "person").within(self.page, self.start, self.end)
        things = self.page.has(earlier.start, earlier.end, *_WORN, "p")
        told = bool(them) and set(someone) <= set(them) and not self._has_name
        return told and things and not earlier.is_personal

    def _joined(self, start: int, end: int) -> bool:
        """Whether nothing but small words, numbers, names and other parts stands in between."""
        between = group_of(self.language, "gap", "body", "feature")
        place = start
        while place < end:
            stop = between.at(self.page, place, end)
            text = self.page.tokens[place].text
            small = text.isdecimal() or text in "'’" or self.page.span_at(place, "n") is not None
            if stop == place and not (small or self._is_somebody(place)):
                return False
            place = max(stop, place + 1)
        return end - start <= _WIDEST_GAP

    def _of_a_thing(self, first: int, *ends: int) -> bool:
        """Whether clothes, a pose or the picture are changed: their words stand beside."""
        if self.edited and self.is_personal:
            return False
        beside = self._widens_picture(first) or self._belongs_to_worn(first)
        return beside or any(self._leads_to_a_thing(end) for end in ends)

    def _belongs_to_worn(self, place: int) -> bool:
        """Whether a garment stands before: "the belt at the waist thinner"."""
        small = group_of(self.language, "gap")
        for here in range(place - 1, max(self.start, place - _REACH) - 1, -1):
            if self.page.first(here, *_WORN):
                return not (self.is_personal and self._is_within(here - 1))
            if small.at(self.page, here, self.end) == here:
                return False
        return False

    def _widens_picture(self, place: int) -> bool:
        """Whether "un plan plus large avec le cou" says how much is seen."""
        step = self.page.span_at(place, "rel")
        seen = step is not None and step.name in ("wider", "tighter")
        return seen and self.page.form(place - 1) in word_set("alterations.picture")

    def _leads_to_a_thing(self, place: int) -> bool:
        """Whether a garment, a pose or the frame follows: not in "her waist in the corset"."""
        if self.page.form(place) == "-":
            return True
        small = group_of(self.language, "gap")
        pose = group_of(self.language, "pose", "behind")
        worn_by_her = False
        for here in range(place, min(self.end, place + _REACH)):
            if pose.at(self.page, here, self.end) > here:
                # "Her skin lighter in the copy" is no lighter text.
                copied = self.page.form(here) in word_set("acts.copy_noun")
                return not (copied and worn_by_her)
            if self.page.first(here, *_WORN, "m"):
                return not worn_by_her
            worn_by_her |= self.is_personal and self._is_within(here)
            if small.at(self.page, here, self.end) == here and self.page.form(here) not in _WITH:
                return False
        return False

    def _is_within(self, place: int) -> bool:
        """Whether a word says what somebody is in: "in the corset"."""
        led = place - (self._is_wished and self.page.form(place) in word_set("people.the"))
        return self.page.form(led) in word_set("alterations.within")

    @cached_property
    def _is_wished(self) -> bool:
        """Whether a change must be, and is not what clothes let one look like."""
        forms = {self.page.form(p) for p in range(self.start, self.end)}
        wished = word_set("alterations.to_be") | word_set("alterations.make")
        return bool(forms & wished) and not forms & word_set("alterations.looks")
