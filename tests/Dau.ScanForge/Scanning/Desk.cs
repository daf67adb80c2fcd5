using OpenCvSharp;

namespace Dau.ScanForge.Scanning;

/// <summary>What lies under a photographed sheet.</summary>
internal static class Desk
{
    public static Mat Draw(Size size, ForgeRandom random, List<string> effects)
    {
        bool light = random.Chance(0.4);
        Scalar ground = light
            ? new Scalar(random.Between(190, 225), random.Between(195, 228), random.Between(200, 232))
            : new Scalar(random.Between(40, 110), random.Between(50, 120), random.Between(60, 150));
        effects.Add(light ? "light desk" : "dark desk");
        Mat desk = new(size, MatType.CV_8UC3, ground);
        using (Mat coarse = Effects.Field(size, 4, random))
        using (Mat fine = Effects.Field(size, 120, random))
        using (Mat grain = new())
        {
            Cv2.AddWeighted(coarse, 0.08, fine, 0.04, 1, grain);
            Effects.Multiply(desk, grain);
        }

        if (!random.Chance(0.65))
        {
            return desk;
        }

        effects.Add("clutter");
        int things = random.Between(4, 9);
        for (int i = 0; i < things; i++)
        {
            Thing(desk, size, random);
        }

        Effects.Blur(desk, 1.2);
        return desk;
    }

    /// <summary>Another sheet with lines, a book, a pen or a cup.</summary>
    private static void Thing(Mat desk, Size size, ForgeRandom random)
    {
        Point2f centre = new((float)(size.Width * random.Between(-0.05, 1.05)), (float)(size.Height * random.Between(-0.05, 1.05)));
        Scalar colour = new(random.Between(20, 235), random.Between(20, 235), random.Between(20, 235));
        float angle = random.Between(0, 180);
        switch (random.Below(4))
        {
            case 0:
                RotatedRect sheet = new(centre, new Size2f(size.Width * 0.5f, size.Width * 0.7f), angle);
                Fill(desk, sheet, Scalar.All(random.Between(205, 245)));
                Lines(desk, sheet, random);
                break;
            case 1:
                Fill(desk, new RotatedRect(centre, new Size2f(size.Width * 0.35f, size.Width * 0.48f), angle), colour);
                break;
            case 2:
                Fill(desk, new RotatedRect(centre, new Size2f(size.Width * 0.42f, size.Width * 0.02f), angle), colour);
                break;
            default:
                Point middle = new((int)centre.X, (int)centre.Y);
                Cv2.Circle(desk, middle, size.Width / 9, colour, -1, LineTypes.AntiAlias);
                Cv2.Circle(desk, middle, size.Width / 11, new Scalar(30, 45, 70), -1, LineTypes.AntiAlias);
                break;
        }
    }

    private static void Fill(Mat desk, RotatedRect shape, Scalar colour) =>
        Cv2.FillConvexPoly(desk, [.. shape.Points().Select(static p => new Point((int)p.X, (int)p.Y))], colour, LineTypes.AntiAlias);

    private static void Lines(Mat desk, RotatedRect sheet, ForgeRandom random)
    {
        Point2f[] corners = sheet.Points();
        for (int i = 2; i < 24; i++)
        {
            float t = i / 26f, end = 0.9f - (0.3f * (float)random.Unit());
            Point At(float s) => new(
                (int)(corners[0].X + ((corners[1].X - corners[0].X) * t) + ((corners[3].X - corners[0].X) * s)),
                (int)(corners[0].Y + ((corners[1].Y - corners[0].Y) * t) + ((corners[3].Y - corners[0].Y) * s)));
            Cv2.Line(desk, At(0.1f), At(end), Scalar.All(110), 2, LineTypes.AntiAlias);
        }
    }
}
