using OpenCvSharp;

namespace Dau.ScanForge.Scanning;

/// <summary>What light, paper, glass and sensors do to a picture. Every effect draws from <see cref="ForgeRandom"/>, never from OpenCV's own numbers.</summary>
internal static class Effects
{
    /// <summary>Adds sensor noise of the given deviation, in grey levels.</summary>
    public static unsafe void Noise(Mat picture, double deviation, ForgeRandom random)
    {
        int channels = picture.Channels();
        int length = picture.Cols, rows = picture.Rows;
        for (int y = 0; y < rows; y++)
        {
            byte* row = (byte*)picture.Ptr(y);
            for (int x = 0; x < length; x++)
            {
                int noise = (int)Math.Round(random.Normal() * deviation);
                for (int c = 0; c < channels; c++)
                {
                    byte* at = row + (x * channels) + c;
                    *at = (byte)Math.Clamp(*at + noise, 0, 255);
                }
            }
        }
    }

    /// <summary>A smooth field from −1 to 1 with detail of about the given share of the picture's width, as 32-bit floats.</summary>
    public static Mat Field(Size size, int cells, ForgeRandom random)
    {
        int down = Math.Max(2, cells * size.Height / size.Width);
        using Mat coarse = new(down + 1, cells + 1, MatType.CV_32FC1);
        for (int y = 0; y <= down; y++)
        {
            for (int x = 0; x <= cells; x++)
            {
                coarse.Set(y, x, (float)random.Between(-1.0, 1.0));
            }
        }

        Mat field = new();
        Cv2.Resize(coarse, field, size, 0, 0, InterpolationFlags.Cubic);
        return field;
    }

    /// <summary>Multiplies every channel with a factor field of 32-bit floats, in place.</summary>
    public static unsafe void Multiply(Mat picture, Mat factor)
    {
        int channels = picture.Channels(), columns = picture.Cols, rows = picture.Rows;
        for (int y = 0; y < rows; y++)
        {
            byte* at = (byte*)picture.Ptr(y);
            float* by = (float*)factor.Ptr(y);
            for (int x = 0; x < columns; x++)
            {
                for (int c = 0; c < channels; c++, at++)
                {
                    *at = (byte)Math.Clamp((*at * by[x]) + 0.5f, 0, 255);
                }
            }
        }
    }

    /// <summary>Lifts dark print towards the paper by a share that varies over the page: worn toner.</summary>
    public static unsafe void Faint(Mat picture, double least, double most, ForgeRandom random)
    {
        using Mat keep = Field(picture.Size(), 5, random);
        keep.ConvertTo(keep, MatType.CV_32FC1, (least - most) / 2, 1 - ((most + least) / 2));
        int channels = picture.Channels(), columns = picture.Cols, rows = picture.Rows;
        for (int y = 0; y < rows; y++)
        {
            byte* at = (byte*)picture.Ptr(y);
            float* by = (float*)keep.Ptr(y);
            for (int x = 0; x < columns; x++)
            {
                for (int c = 0; c < channels; c++, at++)
                {
                    *at = (byte)(255.5f - ((255 - *at) * by[x]));
                }
            }
        }
    }

    /// <summary>Specks of dust: dark when <paramref name="dark"/>, else light.</summary>
    public static void Specks(Mat picture, int count, double largest, bool dark, ForgeRandom random)
    {
        for (int i = 0; i < count; i++)
        {
            Point at = new(random.Below(picture.Cols), random.Below(picture.Rows));
            int radius = (int)Math.Round(largest * Math.Pow(random.Unit(), 3));
            Scalar tone = Scalar.All(dark ? random.Between(0, 110) : random.Between(215, 255));
            if (radius <= 0)
            {
                Cv2.Rectangle(picture, new Rect(at.X, at.Y, 1, 1), tone, -1);
            }
            else
            {
                Cv2.Ellipse(picture, at, new Size(radius, Math.Max(1, radius - random.Below(2))), random.Below(180), 0, 360, tone, -1, LineTypes.AntiAlias);
            }
        }
    }

    /// <summary>Blurs with the given deviation in pixels; nothing below 0.2.</summary>
    public static void Blur(Mat picture, double deviation)
    {
        if (deviation >= 0.2)
        {
            Cv2.GaussianBlur(picture, picture, default, deviation);
        }
    }

    /// <summary>Paper that is not quite white, with a soft tone over the page.</summary>
    public static void Paper(Mat picture, double white, double unevenness, ForgeRandom random)
    {
        using Mat factor = Field(picture.Size(), 3, random);
        factor.ConvertTo(factor, MatType.CV_32FC1, unevenness, white);
        Multiply(picture, factor);
    }
}
