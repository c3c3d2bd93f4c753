namespace DirectRoute.Ui.Tests;

/// <summary>A fact that needs a browser; skipped, and counted as such, where none has been unpacked.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.WhyAbsent;
}
