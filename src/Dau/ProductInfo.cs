using System.Reflection;

namespace Dau;

/// <summary>The program's name and version.</summary>
internal static class ProductInfo
{
    public const string Name = "Dấu";

    public static string Version { get; } =
        typeof(ProductInfo).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
