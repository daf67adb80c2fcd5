using System.Collections.Frozen;

namespace Dau.Output.ReaderPage;

/// <summary>English names of the types of documents: Decree 30/2020, Article 7; Party papers (36-HD/VPTW); legal normative documents.</summary>
internal static class DocumentTypes
{
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["nghị quyết"] = "Resolution",
        ["quyết định"] = "Decision",
        ["chỉ thị"] = "Directive",
        ["quy chế"] = "Regulations",
        ["quy định"] = "Regulation",
        ["thông cáo"] = "Communiqué",
        ["thông báo"] = "Notice",
        ["hướng dẫn"] = "Guidance",
        ["chương trình"] = "Programme",
        ["kế hoạch"] = "Plan",
        ["phương án"] = "Scheme",
        ["đề án"] = "Proposal",
        ["dự án"] = "Project",
        ["báo cáo"] = "Report",
        ["biên bản"] = "Minutes",
        ["tờ trình"] = "Submission",
        ["hợp đồng"] = "Contract",
        ["công văn"] = "Official letter",
        ["công điện"] = "Official telegram",
        ["bản ghi nhớ"] = "Memorandum",
        ["bản thỏa thuận"] = "Agreement",
        ["giấy ủy quyền"] = "Authorisation",
        ["giấy mời"] = "Invitation",
        ["giấy giới thiệu"] = "Letter of introduction",
        ["giấy nghỉ phép"] = "Leave permit",
        ["phiếu gửi"] = "Dispatch slip",
        ["phiếu chuyển"] = "Transfer slip",
        ["phiếu báo"] = "Notification slip",
        ["thư công"] = "Official correspondence",
        ["kết luận"] = "Conclusion",
        ["thông tri"] = "Instruction",
        ["tuyên bố"] = "Declaration",
        ["lời kêu gọi"] = "Appeal",
        ["hiến pháp"] = "Constitution",
        ["luật"] = "Law",
        ["pháp lệnh"] = "Ordinance",
        ["lệnh"] = "Order",
        ["nghị định"] = "Decree",
        ["thông tư"] = "Circular",
        ["thông tư liên tịch"] = "Joint circular",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The English name; null for a type that is not in the list.</summary>
    internal static string? English(string type) => Names.GetValueOrDefault(type);
}
