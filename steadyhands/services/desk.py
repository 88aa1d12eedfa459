"""All that a person can do with one open diary, for whichever face the program shows."""

from __future__ import annotations

from steadyhands.services.journal import Journal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from steadyhands.domain.moment import Moment
    from steadyhands.services.browse import DiaryPages
    from steadyhands.services.choices import ChoiceBook
    from steadyhands.services.drinks import DrinkBook
    from steadyhands.services.export import Exporter
    from steadyhands.services.foods import FoodBook
    from steadyhands.services.keeper import Keeper
    from steadyhands.services.look import Look
    from steadyhands.services.plan import PlanBook
    from steadyhands.services.profile import ProfileBook
    from steadyhands.services.report_wishes import ReportBook
    from steadyhands.services.routines import RoutineBook
    from steadyhands.services.safety import SafetyDesk
    from steadyhands.services.supplements import SupplementBook
    from steadyhands.services.table_wishes import TableDesk
    from steadyhands.services.transfer import Importer
    from steadyhands.storage.diary import Diary
    from steadyhands.system.clock import Clock


class Desk:
    """The services of one diary; what a quick log does not need is loaded when asked for."""

    def __init__(
        self, keeper: Keeper, clock: Clock, wait_ms: int = 250, is_sample: bool = False
    ) -> None:
        self.keeper = keeper
        self.clock = clock
        self.is_sample = is_sample
        self._diary: Diary = keeper.open(clock.now().local(), wait_ms)
        self.journal = Journal(self._diary)
        self._look: Look | None = None
        self._safety: SafetyDesk | None = None
        self._foods: FoodBook | None = None

    def now(self) -> Moment:
        """Return the present moment."""
        return self.clock.now()

    @property
    def look(self) -> Look:
        """Return the reader of days, nights and the hours before."""
        if self._look is None:
            from steadyhands.services.look import Look

            self._look = Look(self._diary)
        return self._look

    @property
    def pages(self) -> DiaryPages:
        """Return the reader of the whole diary, page by page."""
        from steadyhands.services.browse import DiaryPages

        return DiaryPages(self._diary)

    @property
    def choices(self) -> ChoiceBook:
        """Return the person's choices."""
        from steadyhands.services.choices import ChoiceBook

        return ChoiceBook(self._diary)

    @property
    def profile(self) -> ProfileBook:
        """Return what the person said about themselves."""
        from steadyhands.services.profile import ProfileBook

        return ProfileBook(self._diary)

    @property
    def drinks(self) -> DrinkBook:
        """Return the drinks to choose from."""
        from steadyhands.services.drinks import DrinkBook

        return DrinkBook(self._diary)

    @property
    def foods(self) -> FoodBook:
        """Return the foods and meals to choose from."""
        if self._foods is None:
            from steadyhands.services.foods import FoodBook

            self._foods = FoodBook(self._diary)
        return self._foods

    @property
    def supplements(self) -> SupplementBook:
        """Return the supplements known from what was logged."""
        from steadyhands.services.supplements import SupplementBook

        return SupplementBook(self._diary)

    @property
    def routines(self) -> RoutineBook:
        """Return the hand routines to choose from."""
        from steadyhands.services.routines import RoutineBook

        return RoutineBook(self._diary)

    @property
    def plan(self) -> PlanBook:
        """Return the plan's steps and how it stands."""
        from steadyhands.services.plan import PlanBook

        return PlanBook(self._diary)

    @property
    def safety(self) -> SafetyDesk:
        """Return who tells what a clinician should look at."""
        if self._safety is None:
            from steadyhands.services.safety import SafetyDesk

            self._safety = SafetyDesk(self._diary, self.journal)
        return self._safety

    @property
    def report_wishes(self) -> ReportBook:
        """Return how the person wants their report."""
        from steadyhands.services.report_wishes import ReportBook

        return ReportBook(self._diary)

    @property
    def importer(self) -> Importer:
        """Return who brings files in, on a connection of its own."""
        from steadyhands.services.transfer import Importer

        return Importer(self.keeper, self.clock)

    @property
    def tables(self) -> TableDesk:
        """Return who knows what tables of any program may be."""
        from steadyhands.services.table_wishes import TableDesk

        return TableDesk(self._diary, self.clock)

    @property
    def exporter(self) -> Exporter:
        """Return who writes the diary to files, on a connection of its own."""
        from steadyhands.services.export import Exporter

        return Exporter(self.keeper, self.clock)

    def keep_quick(self) -> None:
        """For a window that stays open: leave checkpoints to `Keeper.checkpoint`."""
        self._diary.checkpoint_by_hand()

    def close(self) -> None:
        """Close the diary."""
        self._diary.close()
