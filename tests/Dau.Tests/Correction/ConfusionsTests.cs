using Dau.Correction;

namespace Dau.Tests.Correction;

public sealed class ConfusionsTests
{
    private static readonly Confusions s_few = Confusions.Parse(
        ["truth\tread\tcount", "ổ\tổ\t60", "ổ\tô\t40", "ồ\tồ\t100", "ố\tố\t1000", "ộ\tộ\t1000", "ể\tể\t1000", "ô\tô\t1000"]);

    [Fact]
    public void What_was_seen_often_costs_little() => Assert.InRange(s_few.OfMark('ổ', 'ô'), 0.5, 1.5);

    [Fact]
    public void What_was_never_seen_costs_much() => Assert.True(s_few.OfMark('ộ', 'ố') > 5, "no such confusion in a thousand");

    [Fact]
    public void A_letter_that_was_seldom_seen_leans_on_letters_with_the_same_marks() =>
        Assert.True(s_few.OfMark('ẩ', 'â') < s_few.OfMark('ấ', 'â') - 2, "ẩ was never seen, but ổ loses its hook often");

    [Fact]
    public void Real_scans_lose_hooks_over_circumflexes_and_invent_none()
    {
        Assert.True(Confusions.Shipped.OfMark('ổ', 'ô') < 3, "the most frequent confusion of the table");
        Assert.True(Confusions.Shipped.OfMark('ô', 'ổ') > Confusions.Shipped.OfMark('ổ', 'ô') + 2, "the other way round it hardly occurs");
    }

    [Fact]
    public void Every_pair_of_forms_of_a_letter_has_a_cost()
    {
        foreach (string forms in Model.VietnameseLetters.MarkedForms)
        {
            Assert.All(forms.SelectMany(truth => forms.Where(read => read != truth).Select(read => Confusions.Shipped.OfMark(truth, read))), static cost => Assert.InRange(cost, 0.01f, 20f));
        }
    }
}
