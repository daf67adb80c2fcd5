namespace Dau.Translation.Text;

/// <summary>Puts tokens of English together with the spaces of print.</summary>
internal sealed class EnglishSpacing
{
    private string _last = "";
    private bool _tight = true;
    private bool _open;

    /// <summary>Whether a space goes before the token that comes next.</summary>
    public bool SpaceBefore(string token)
    {
        var space = !_tight;
        _tight = false;
        switch (token)
        {
            case "," or "." or ";" or ":" or "!" or "?" or ")" or "]" or "}" or "%" or "²" or "³" or "./." or "'" or "”":
                space = false;
                break;
            case "(" or "[" or "{" or "“":
                _tight = true;
                break;
            case "/":
                space = false;
                _tight = true;
                break;
            case "–" when _last.Length > 0 && char.IsDigit(_last[^1]):
                space = false;
                _tight = true;
                break;
            case "\"":
                space = !_open && space;
                _open = !_open;
                _tight = _open;
                break;
            default:
                break;
        }

        _last = token;
        return space;
    }
}
