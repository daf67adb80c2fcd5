namespace Dau.Model;

/// <summary>Marks a property that stages hand to each other and to the checkpoint of an unfinished run, and that <c>document.json</c> leaves out.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WorkingDataAttribute : Attribute;
